package dev.hebb.tissue;

import dev.hebb.produce.SpikeBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures how routes answer their cues while the tissue runs. It changes nothing. */
public final class RouteMeter {
    private final Map<String, Route> routes = new HashMap<>();
    private final Map<String, List<Measured>> responses = new HashMap<>();
    private final Deque<Cue> waiting = new ArrayDeque<>();
    private final long longestMicros;
    private SpikeBlock recent = new SpikeBlock();

    /**
     * A measured response.
     *
     * @param atMicros event time of the cue
     * @param response what it was answered with
     */
    public record Measured(long atMicros, RouteResponse response) {}

    public RouteMeter(List<Route> routes) {
        long longest = 0;
        for (Route route : routes) {
            this.routes.put(route.name(), route);
            responses.put(route.name(), new ArrayList<>());
            longest = Math.max(longest, route.durationMicros());
        }
        longestMicros = longest;
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
            Cue cue = waiting.remove();
            measured(cue.route())
                    .add(new Measured(cue.atMicros(), RouteResponse.of(route(cue.route()), cue.atMicros(), recent)));
        }
        forget(untilMicros - 2 * longestMicros);
    }

    /** Routes may differ in duration, but a cue waits for no more than the longest. */
    private boolean isOver(Cue cue, long untilMicros) {
        return cue.atMicros() + longestMicros <= untilMicros;
    }

    /** Only when most of what is kept is no longer needed. */
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

    private Route route(String name) {
        return Objects.requireNonNull(routes.get(name), "there is no such route");
    }

    private List<Measured> measured(String name) {
        return responses.computeIfAbsent(name, key -> new ArrayList<>());
    }

    /** All responses of a route, in order of their cues. */
    public List<Measured> responses(String name) {
        return List.copyOf(measured(name));
    }

    /**
     * Mean response beyond chance to the cues in a part of the run.
     *
     * @param fromPart from which part of the cues on, 0 to 1
     * @param toPart up to which
     * @return NaN without cues there
     */
    public double mean(String name, double fromPart, double toPart) {
        List<Measured> all = measured(name);
        return all.subList((int) Math.floor(fromPart * all.size()), (int) Math.ceil(toPart * all.size())).stream()
                .mapToDouble(measured -> measured.response().beyondChance())
                .average()
                .orElse(Double.NaN);
    }
}
