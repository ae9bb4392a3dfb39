package dev.hebb.tissue;

import dev.hebb.produce.SpikeBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Measures how routes answer their cues, and those of others that begin with the same neurons. It only observes. */
public final class RouteMeter {
    private final List<TissueRoute> routes;
    private final List<Measured> responses = new ArrayList<>();
    private final Deque<Cue> waiting = new ArrayDeque<>();
    private final long longestMicros;
    private SpikeBlock recent = new SpikeBlock();

    /**
     * A measured response.
     *
     * @param cued name of the route that was cued
     * @param answering name of the route that was measured
     * @param atMicros event time of the cue
     * @param response what it was answered with
     */
    public record Measured(String cued, String answering, long atMicros, RouteResponse response) {}

    public RouteMeter(List<TissueRoute> routes) {
        this.routes = List.copyOf(routes);
        this.longestMicros =
                routes.stream().mapToLong(TissueRoute::durationMicros).max().orElse(0);
    }

    /**
     * Looks at what happened since the last call.
     *
     * @param spikes the spikes
     * @param cues the cues, in order of time
     * @param untilMicros the time that was reached
     */
    public void accept(SpikeBlock spikes, List<Cue> cues, long untilMicros) {
        recent.addAll(spikes);
        waiting.addAll(cues);
        while (!waiting.isEmpty() && isOver(waiting.element(), untilMicros)) {
            measure(waiting.remove());
        }
        forget(untilMicros - 2 * longestMicros);
    }

    private void measure(Cue cue) {
        int[] cued = route(cue.route()).cued();
        for (TissueRoute route : routes) {
            if (Arrays.equals(route.cued(), cued)) {
                RouteResponse response = RouteResponse.of(route, cue.atMicros(), recent);
                responses.add(new Measured(cue.route(), route.name(), cue.atMicros(), response));
            }
        }
    }

    /** Routes may differ in duration, but a cue waits for no more than the longest. */
    private boolean isOver(Cue cue, long untilMicros) {
        return cue.atMicros() + longestMicros <= untilMicros;
    }

    /** Drops the spikes before a time once they are most of what is kept, so that the rest is seldom copied. */
    private void forget(long beforeMicros) {
        int old = 0;
        while (old < recent.length() && recent.timeMicros(old) < beforeMicros) {
            old++;
        }
        if (old > recent.length() / 2) {
            SpikeBlock kept = new SpikeBlock();
            for (int spike = old; spike < recent.length(); spike++) {
                kept.add(recent.timeMicros(spike), recent.neuron(spike));
            }
            recent = kept;
        }
    }

    private TissueRoute route(String name) {
        return routes.stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no route '" + name + "'"));
    }

    /** All responses of a route to its own cues, in order of these. */
    public List<Measured> responses(String name) {
        return responses.stream()
                .filter(measured ->
                        measured.answering().equals(name) && measured.cued().equals(name))
                .toList();
    }

    /**
     * Mean response of a route, beyond chance, to its cues in a part of the run.
     *
     * @param fromPart from which part of the cues on, 0 to 1
     * @param toPart up to which
     * @return NaN without cues there
     */
    public double mean(String name, double fromPart, double toPart) {
        List<Measured> all = responses(name);
        return mean(all.subList((int) Math.floor(fromPart * all.size()), (int) Math.ceil(toPart * all.size())).stream())
                .orElse(Double.NaN);
    }

    /** Mean of some responses, beyond chance; empty if there are none. */
    public OptionalDouble mean(Predicate<Measured> which) {
        return mean(responses.stream().filter(which));
    }

    private static OptionalDouble mean(Stream<Measured> some) {
        return some.mapToDouble(measured -> measured.response().beyondChance()).average();
    }
}
