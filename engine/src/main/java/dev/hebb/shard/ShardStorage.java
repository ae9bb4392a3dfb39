package dev.hebb.shard;

import dev.hebb.framing.Frame;
import dev.hebb.synapse.DendriteSynapses;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Storage of what must survive the shard of one network in memory. Every write is durable with the frame that caused
 * it.
 */
public interface ShardStorage {
    /** Receives a dendrite. */
    @FunctionalInterface
    interface DendriteReader {
        void accept(int post, DendriteSynapses synapses);
    }

    /** Returns what was last saved, or null for a network that is new here. */
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
     * Reads a dendrite's cumulative histograms with every slot; all 0 if none were kept.
     *
     * @param slots how many slots to read
     */
    void loadHistograms(int post, int slots, DenseHistograms into);

    /**
     * Reads the cumulative histograms of a dendrite's candidates; all that it has, if they were kept for every slot.
     */
    void loadHistograms(int post, CandidateHistograms into);

    /** Writes a dendrite's cumulative histograms with every slot. */
    void saveHistograms(int post, DenseHistograms from);

    /** Writes the cumulative histograms of a dendrite's candidates. */
    void saveHistograms(int post, CandidateHistograms from);

    /**
     * Forgets the cumulative histograms of some pairs: they can only come back as new candidates.
     *
     * @param preSlots slots of their pre-synaptic neurons
     * @param dense whether histograms are kept for every slot
     */
    void forgetHistograms(int post, int[] preSlots, boolean dense);

    /** Returns the sample of the network's pairs that was last saved, or null if there is none. */
    @Nullable NetworkSample loadSample();

    /** Writes the sample of the network's pairs. */
    void saveSample(NetworkSample sample);
}
