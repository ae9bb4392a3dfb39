package dev.hebb.tissue;

import dev.hebb.simulate.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cues of routes, by schedule or on request: a pulse for each neuron of the first group, all within a millisecond. If
 * the route has a readiness, each later neuron gets a weaker pulse at the time at which it may fire.
 */
final class Cueing {
    private static final double STRENGTH = 3;
    private static final long SPREAD_MICROS = 1_000;

    /** Time from strong input to the spike of a cell. */
    private static final long ANSWER_MICROS = 2_000;

    private final TissueSettings settings;
    private final List<TissueRoute> routes;
    private final CueSchedule schedule;
    private final RandomGenerator random;
    private final List<Cue> given = new ArrayList<>();

    Cueing(TissueSettings settings, List<TissueRoute> routes) {
        this.settings = settings;
        this.routes = routes;
        this.schedule = new CueSchedule(settings);
        this.random = RandomStreams.CUES.of(settings.seed());
    }

    /** Gives pulses to neurons. */
    interface Stimulator {
        /**
         * A pulse.
         *
         * @param strength 1 just makes a resting cell fire
         */
        void pulse(int neuron, long atMicros, double strength);
    }

    /** Gives all scheduled cues before a time. */
    void until(long micros, Stimulator stimulator) {
        schedule.until(micros, (practice, at) -> cue(practice.route(), at, stimulator));
    }

    /** Gives a cue; its pulses come after its time. */
    void cue(String name, long atMicros, Stimulator stimulator) {
        TissueRoute route = route(name);
        given.add(new Cue(name, atMicros));
        for (int neuron : route.cued()) {
            stimulator.pulse(neuron, atMicros + 1 + random.nextLong(SPREAD_MICROS), STRENGTH);
        }
        makeReady(route, atMicros, stimulator);
    }

    private void makeReady(TissueRoute route, long atMicros, Stimulator stimulator) {
        double readiness = settings.readinessOf(route.name());
        for (int group = 1; group < route.groups().size() && readiness > 0; group++) {
            long arrival = atMicros + route.earliestMicros()[group] + group * ANSWER_MICROS;
            for (int neuron : route.groups().get(group)) {
                stimulator.pulse(neuron, arrival, readiness);
            }
        }
    }

    private TissueRoute route(String name) {
        return routes.stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no route '" + name + "'"));
    }

    /** The cues given since this was last asked; forgets them. */
    List<Cue> take() {
        List<Cue> taken = List.copyOf(given);
        given.clear();
        return taken;
    }
}
