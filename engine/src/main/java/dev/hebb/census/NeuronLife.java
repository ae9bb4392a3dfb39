package dev.hebb.census;

/**
 * A neuron that has, or had, synapses.
 *
 * @param degree its synapses now, in both directions
 * @param firstFormedMicros event time of its first synapse
 * @param lastSpikeMicros event time of its last spike
 * @param lastSpikeObservedMicros observed time of the network by then
 * @param unconnectedSinceObservedMicros observed time of the network when it lost its last synapse; meaningless while
 *     it has one
 */
public record NeuronLife(
        int degree,
        long firstFormedMicros,
        long lastSpikeMicros,
        long lastSpikeObservedMicros,
        long unconnectedSinceObservedMicros) {
    NeuronLife connected() {
        return new NeuronLife(
                degree + 1,
                firstFormedMicros,
                lastSpikeMicros,
                lastSpikeObservedMicros,
                unconnectedSinceObservedMicros);
    }

    NeuronLife disconnected(long observedMicros) {
        return new NeuronLife(degree - 1, firstFormedMicros, lastSpikeMicros, lastSpikeObservedMicros, observedMicros);
    }

    NeuronLife fired(long timeMicros, long observedMicros) {
        return new NeuronLife(degree, firstFormedMicros, timeMicros, observedMicros, unconnectedSinceObservedMicros);
    }
}
