package dev.hebb.shard;

import dev.hebb.framing.Frame;
import dev.hebb.synapse.DendriteSynapses;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the shard of one network keeps what must survive it. Every write is durable with the frame that caused it. */
public interface ShardStorage {
    /** Receives a dendrite. */
    @FunctionalInterface
    interface DendriteReader {
        void accept(int post, DendriteSynapses synapses);
    }

    /** What was last saved, or null for a network that is new here. */
    @Nullable ShardState loadState();

    /** Saves what changed since the state before. */
    void saveState(ShardState state);

    /** Gives every spike frame that is still kept, in order. */
    void eachFrame(Consumer<Frame> reader);

    /** Keeps a frame. */
    void saveFrame(Frame frame);

    /** Forgets a frame that was kept. */
    void dropFrame(long seq);

    /** Gives every dendrite that has synapses. */
    void eachDendrite(DendriteReader reader);

    /** Writes a dendrite; one without synapses is forgotten. */
    void saveDendrite(int post, DendriteSynapses synapses);

    /**
     * Opens a dendrite's cumulative histograms.
     *
     * @param dense whether every pair has one, or only candidates
     */
    DendriteHistograms histograms(int post, boolean dense);

    /** Keeps a dendrite's counts of a closed window, and forgets those older than are kept. */
    void saveCoFiring(CoFiringCounts counts);
}
