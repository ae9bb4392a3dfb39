package dev.hebb.tissue;

import dev.hebb.simulate.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Draws the synapses of tissue: random ones first, then routes, whose synapses replace random ones of the same pair.
 */
final class TissueWiring {
    /** Delays within a stage of a route differ by at most this much, so that a group's spikes arrive together. */
    private static final long STAGE_SPREAD_MICROS = 500;

    private final TissueSettings settings;
    private final RandomGenerator random;
    private final boolean[] inhibitory;
    private final List<Map<Integer, Axon>> axons = new ArrayList<>();
    private final List<TissueRoute> routes = new ArrayList<>();

    private record Axon(long delayMicros, double strength) {}

    /** Wiring that depends on settings and seed only. */
    TissueWiring(TissueSettings settings) {
        this.settings = settings;
        this.random = RandomStreams.WIRING.of(settings.seed());
        this.inhibitory = settings.inhibitory();
        for (TissueArea from : settings.areas()) {
            for (int pre = from.from(); pre < from.to(); pre++) {
                axons.add(new TreeMap<>());
                settings.areas().forEach(to -> connect(from, to));
            }
        }
        routes.addAll(new RouteCourses(settings, random).draw());
        for (int k = 0; k < routes.size(); k++) {
            routes.set(k, wire(routes.get(k), settings.routes().get(k)));
        }
    }

    List<TissueRoute> routes() {
        return routes;
    }

    /** A table of the synapses, with free slots for those that may grow. */
    SynapseTable table() {
        int slack = settings.efficacy().growthSlots();
        SynapseTable table = new SynapseTable(
                axons.stream().mapToInt(row -> row.size() + slack).toArray());
        for (int pre = 0; pre < axons.size(); pre++) {
            int from = pre;
            axons.get(pre).forEach((post, axon) -> table.wire(from, post, axon.delayMicros(), axon.strength()));
        }
        return table;
    }

    /** Synapses of the neuron that was added last onto an area. */
    private void connect(TissueArea from, TissueArea to) {
        Connections plan = settings.connections();
        int pre = axons.size() - 1;
        boolean within = from.equals(to);
        double probability = within ? plan.withinArea() : plan.betweenAreas();
        double mean = inhibitory[pre] ? plan.inhibitory() : plan.excitatory();
        for (int post = to.from(); post < to.to(); post++) {
            boolean possible = post != pre && (within || !inhibitory[pre]);
            if (possible && random.nextDouble() < probability) {
                axons.get(pre).put(post, new Axon(delay(), mean * (0.5 + random.nextDouble())));
            }
        }
    }

    private long delay() {
        return random.nextLong(
                settings.connections().minDelayMicros(), settings.connections().maxDelayMicros() + 1);
    }

    private TissueRoute wire(TissueRoute course, RoutePlan plan) {
        long[] earliest = new long[plan.length()];
        long[] latest = new long[plan.length()];
        latest[0] = TissueRoute.ANSWER_MICROS;
        for (int stage = 1; stage < plan.length(); stage++) {
            long delay = delay();
            int[] group = course.groups().get(stage - 1);
            for (int pre : group) {
                for (int post : course.groups().get(stage)) {
                    long spread = random.nextLong(STAGE_SPREAD_MICROS);
                    axons.get(pre).put(post, new Axon(delay + spread, plan.drive() / group.length));
                }
            }
            earliest[stage] = earliest[stage - 1] + delay;
            latest[stage] = latest[stage - 1] + delay + STAGE_SPREAD_MICROS + TissueRoute.ANSWER_MICROS;
        }
        return new TissueRoute(plan.name(), course.groups(), earliest, latest);
    }
}
