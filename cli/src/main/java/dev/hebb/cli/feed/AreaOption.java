package dev.hebb.cli.feed;

import dev.hebb.tissue.TissueArea;
import java.util.List;

/** An area as users write it: {@code NAME:NEURONS}. */
record AreaOption(String name, int neurons) {
    static AreaOption parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,6}")) {
            throw new IllegalArgumentException("area '" + text + "' is not NAME:NEURONS, as in cortex:60");
        }
        return new AreaOption(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** The areas side by side, in the order in which they are written. */
    static List<TissueArea> sideBySide(List<String> texts) {
        List<AreaOption> areas = texts.stream().map(AreaOption::parse).toList();
        return TissueArea.sideBySide(
                areas.stream().map(AreaOption::name).toList(),
                areas.stream().map(AreaOption::neurons).toList());
    }
}
