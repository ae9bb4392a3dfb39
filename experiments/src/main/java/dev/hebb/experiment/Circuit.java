package dev.hebb.experiment;

import dev.hebb.tissue.CellModel;
import dev.hebb.tissue.Connections;
import dev.hebb.tissue.Efficacy;
import dev.hebb.tissue.Practice;
import dev.hebb.tissue.RoutePlan;
import dev.hebb.tissue.TissueArea;
import dev.hebb.tissue.TissueSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Wires tissue for an experiment. What is practised is a bundle: chains of single neurons, each cued at times of its
 * own, so that their spikes show which neuron drives which.
 *
 * <p>A synapse that was never strengthened makes its target fire one time in three when a cue has made it ready, and
 * hardly ever without a cue; at full weight nine times in ten. Found by trial on the tissue alone.
 */
public final class Circuit {
    public static final long MINUTE_MICROS = 60_000_000;

    /** Strength of a synapse that was never strengthened. */
    public static final double DRIVE = 0.5;

    /** Input that comes with a cue to all neurons of a chain. */
    public static final double READINESS = 0.45;

    private static final double EXCITATORY = 0.8;
    private static final double NOISE_HZ = 0.05;
    private static final Efficacy ANSWERS = new Efficacy(1, 2, 0, 0);

    private final long seed;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Integer> taken = new ArrayList<>();
    private final List<RoutePlan> routes = new ArrayList<>();
    private final List<Practice> practice = new ArrayList<>();

    public Circuit(long seed) {
        this.seed = seed;
    }

    /** Adds an area of this many neurons, the first 80 % of them excitatory. */
    public Circuit area(String name, int neurons) {
        names.add(name);
        sizes.add(neurons);
        taken.add(0);
        return this;
    }

    /** The next excitatory neurons of an area that are not taken. */
    public int[] take(String area, int count) {
        int place = names.indexOf(area);
        int from = taken.get(place);
        if (from + count > EXCITATORY * sizes.get(place)) {
            throw new IllegalArgumentException("area '" + area + "' has too few excitatory neurons");
        }
        taken.set(place, from + count);
        int first = sizes.subList(0, place).stream().mapToInt(Integer::intValue).sum() + from;
        return IntStream.range(first, first + count).toArray();
    }

    /** Adds a bundle of chains through new neurons of an area. */
    public Circuit bundle(String name, String area, int chains, int length) {
        List<int[]> stages = new ArrayList<>();
        for (int stage = 0; stage < length; stage++) {
            stages.add(take(area, chains));
        }
        return bundle(name, DRIVE, READINESS, stages);
    }

    /**
     * Adds a bundle of chains through given neurons: chain k leads through the k-th neuron of each stage.
     *
     * @param drive strength of its synapses, see {@link RoutePlan}
     */
    public Circuit bundle(String name, double drive, double readiness, List<int[]> stages) {
        for (int chain = 0; chain < stages.get(0).length; chain++) {
            int k = chain;
            List<int[]> neurons =
                    stages.stream().map(stage -> new int[] {stage[k]}).toList();
            routes.add(RoutePlan.through(name + "/" + k, drive, readiness, neurons));
        }
        return this;
    }

    /** Practises a bundle from one minute to another; {@code rateHz} is of each chain. */
    public Circuit practise(String bundle, double rateHz, double fromMinute, double untilMinute) {
        for (RoutePlan route : routes) {
            if (route.name().startsWith(bundle + "/")) {
                practice.add(new Practice(route.name(), rateHz, (long) (fromMinute * MINUTE_MICROS), (long)
                        (untilMinute * MINUTE_MICROS)));
            }
        }
        return this;
    }

    /** The tissue, whose only synapses are those of the bundles. */
    public TissueSettings tissue() {
        return TissueSettings.of(CellModel.IZHIKEVICH, TissueArea.sideBySide(names, sizes), seed)
                .with(Connections.none())
                .withRate(NOISE_HZ)
                .with(ANSWERS)
                .with(routes, practice);
    }
}
