package dev.hebb.loop;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.tissue.SynapseNews;
import java.io.IOException;
import java.util.List;

/** Receiver of the tissue's spikes, which answers which synapses there are. */
public interface Plasticity {
    /**
     * Takes the spikes since the last call; the block is the caller's again afterwards. The end of
     * every window is one of the times {@code untilMicros}.
     *
     * @param spikes in order of (time, neuron), maybe none
     * @param untilMicros nothing before this time is still to come
     */
    void live(SpikeBlock spikes, long untilMicros) throws IOException, InterruptedException;

    /**
     * Waits for the answer to a closed window. Asked once for each, in order, and only for windows whose end
     * {@link #live} has reached.
     *
     * @param window number of the window: its start divided by its length
     * @return what the window changed, to be applied in this order
     */
    List<SynapseNews> newsOf(long window) throws InterruptedException;
}
