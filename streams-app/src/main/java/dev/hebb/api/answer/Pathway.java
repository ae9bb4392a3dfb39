package dev.hebb.api.answer;

import java.util.List;

/**
 * A route over active synapses. Times are event time in microseconds.
 *
 * @param neurons from the first to the last
 * @param synapses how many it leads over
 * @param strength product of the weights along it
 * @param lagMicros sum of the lags along it, in microseconds
 * @param formedAtMicros when the oldest of its synapses formed
 * @param wholeSinceMicros when the youngest formed, which made the route whole
 * @param lastCoFiredAtMicros latest use of that synapse which was used least recently
 * @param practised whether every synapse along it is in recent use
 */
public record Pathway(
        List<Integer> neurons,
        int synapses,
        double strength,
        long lagMicros,
        long formedAtMicros,
        long wholeSinceMicros,
        long lastCoFiredAtMicros,
        boolean practised) {
    public Pathway {
        neurons = List.copyOf(neurons);
    }
}
