package dev.hebb.api.answer;

import java.util.List;

/**
 * A route from a neuron over active synapses.
 *
 * @param neurons from the first to the last
 * @param strength product of the weights along it
 * @param lagMicros sum of the lags along it, in microseconds
 */
public record Pathway(List<Integer> neurons, double strength, long lagMicros) {
    public Pathway {
        neurons = List.copyOf(neurons);
    }
}
