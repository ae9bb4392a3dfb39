package dev.hebb.tissue;

import dev.hebb.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A named area of the tissue: neurons from (inclusive) to to (exclusive).
 *
 * @param name not blank
 */
public record TissueArea(String name, int from, int to) {
    public TissueArea {
        Check.named("an area", name);
        Check.that(from >= 0 && to > from, "area '%s' needs at least 1 neuron", name);
    }

    /**
     * Areas side by side, from neuron 0 on.
     *
     * @param names one for each size
     * @param sizes neurons of each
     */
    public static List<TissueArea> sideBySide(List<String> names, List<Integer> sizes) {
        List<TissueArea> areas = new ArrayList<>();
        int from = 0;
        for (int k = 0; k < names.size(); k++) {
            areas.add(new TissueArea(names.get(k), from, from + sizes.get(k)));
            from += sizes.get(k);
        }
        return areas;
    }

    /** One area of this many neurons. */
    public static List<TissueArea> single(String name, int neurons) {
        return List.of(new TissueArea(name, 0, neurons));
    }

    public int size() {
        return to - from;
    }

    /** Its neurons, ascending. */
    public int[] neurons() {
        return IntStream.range(from, to).toArray();
    }
}
