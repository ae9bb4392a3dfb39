package dev.hebb.replay;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;

/**
 * Spikes in memory, in order of (time, neuron), 12 bytes each.
 *
 * @param timesMicros times, ascending
 * @param neurons the neuron of each; as many as times
 */
public record Recording(long[] timesMicros, int[] neurons) {
    private static final int BLOCK_SPIKES = 16_384;

    public Recording {
        if (timesMicros.length != neurons.length) {
            throw new IllegalArgumentException(
                    timesMicros.length + " times do not fit " + neurons.length + " neurons: there must be as many");
        }
    }

    /** A recording of spikes in any order; sorts the arrays it is given. */
    public static Recording sorting(long[] timesMicros, int[] neurons) {
        SpikeOrder.sort(timesMicros, neurons);
        return new Recording(timesMicros, neurons);
    }

    /** A recording of a block's spikes in any order. */
    public static Recording sorting(SpikeBlock spikes) {
        return sorting(spikes.copyTimesMicros(), spikes.copyNeurons());
    }

    public int spikes() {
        return neurons.length;
    }

    /** The spikes in order, from the start. */
    public SpikeSource source() {
        return new SpikeSource() {
            private int next;

            @Override
            public boolean read(SpikeBlock block) {
                block.clear();
                int end = (int) Math.min(neurons.length, (long) next + BLOCK_SPIKES);
                block.addAll(timesMicros, neurons, next, end);
                next = end;
                return !block.isEmpty();
            }
        };
    }
}
