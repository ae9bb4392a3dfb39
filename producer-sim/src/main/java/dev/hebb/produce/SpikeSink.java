package dev.hebb.produce;

import dev.hebb.neuron.KnownNeuron;
import java.util.List;

/** Sink of batches of one network. */
public interface SpikeSink {
    /**
     * Takes a batch; the block is the caller's again afterwards.
     *
     * @param originMicros not later than any spike of the block, and less than 2^31 µs earlier
     */
    void batch(long originMicros, SpikeBlock spikes);

    /** Says that nothing before {@code originMicros} is still to come. */
    void heartbeat(long originMicros);

    /** Says that [from, to) was not observed: unrecorded time is not silence. */
    void gap(long fromMicros, long toMicros);

    /** Names neurons, from an event time on. A sink without a pipeline ignores it. */
    default void defineArea(String area, int[] neurons, long fromMicros) {}

    /** Says names and positions of neurons. A sink without a pipeline ignores it. */
    default void neurons(List<KnownNeuron> neurons) {}

    /** Says how old the network is at an event time. A sink without a pipeline ignores it. */
    default void age(long ageMicros, long atMicros) {}

    /**
     * Waits until everything so far has arrived.
     *
     * @throws RuntimeException if something has not
     */
    void flush();
}
