package dev.hebb.shard;

/**
 * Report of one shard to the census of a network about one closed window.
 *
 * @param window the window
 * @param formed synapses that formed in it
 * @param pruned synapses that were pruned in it
 * @param firing the shard's own neurons that fired in it
 * @param died neurons of the network that a lesion killed in it, the same in every shard
 */
public record NeuronReport(Window window, Pairs formed, Pairs pruned, Firing firing, int[] died) {
    /**
     * The window of a report.
     *
     * @param index index
     * @param endMicros its end
     * @param stage the network's stage
     * @param observedMicros observed time of the network in all windows up to it
     * @param neuronTermMicros observed time after which a neuron without synapses is pruned
     */
    public record Window(long index, long endMicros, String stage, long observedMicros, long neuronTermMicros) {}

    /**
     * The synapses of a report, as two parallel arrays.
     *
     * @param pre pre-synaptic neuron of each
     * @param post post-synaptic neuron of each
     */
    public record Pairs(int[] pre, int[] post) {
        /** How many synapses there are. */
        public int count() {
            return pre.length;
        }
    }

    /**
     * Neurons that fired, as two parallel arrays.
     *
     * @param neurons their ids
     * @param lastSpikeMicros time of the last spike of each
     */
    public record Firing(int[] neurons, long[] lastSpikeMicros) {
        /** How many neurons there are. */
        public int count() {
            return neurons.length;
        }
    }
}
