package dev.hebb.shard;

import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.framing.Frame;
import dev.hebb.synapse.DendriteSynapses;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** State of a shard of a network in memory: all of it can be read back from its storage. */
final class ShardMemory {
    private static final int NEURON_BYTES = 64;

    private final int shard;
    private final int shards;
    private final RecentTrains trains;
    final Neurons neurons;
    final SpikeLog log = new SpikeLog();
    final UnobservedTime unobserved = new UnobservedTime();
    private boolean[] owned = new boolean[16];
    private int ownedUpTo;
    private long ownSpikes;
    private long measuredBytes;
    private int[] slotsById = new int[0];
    private @Nullable DendriteSynapses[] rows = new DendriteSynapses[16];

    ShardMemory(int shard, ShardConfig config, Neurons neurons) {
        this.shard = shard;
        this.shards = config.shards();
        this.neurons = neurons;
        this.trains = new RecentTrains(config.axis(), config.windowMicros(), config.judgeEveryWindows());
        makeRoom();
    }

    /** Continues from what was saved; the neurons were given already. */
    void restore(ShardProgress progress) {
        progress.gaps().forEach(unobserved::add);
        ownSpikes = progress.ownSpikes();
    }

    /** Takes in the spikes of a frame that is new. */
    void take(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            long time = frame.timesMicros()[i];
            int slot = neurons.spike(frame.neurons()[i], time);
            if (slot == ownedUpTo) {
                makeRoom();
            }
            if (owned[slot]) {
                ownSpikes++;
            }
            log.append(time, slot);
        }
    }

    /** Puts back the spikes of a frame whose neurons are known and counted, from a time on. */
    void putBack(Frame frame, long fromMicros) {
        for (int i = 0; i < frame.size(); i++) {
            if (frame.timesMicros()[i] >= fromMicros) {
                log.append(frame.timesMicros()[i], neurons.find(frame.neurons()[i]));
            }
        }
    }

    /** Spikes of the shard's own neurons so far. */
    long ownSpikes() {
        return ownSpikes;
    }

    /**
     * Bytes of all this, in use or reserved: of the spikes now, of the rest when it was last measured. Neurons are few
     * beside their spikes, and their bytes are estimated.
     */
    long memoryBytes() {
        return log.memoryBytes() + measuredBytes;
    }

    /**
     * Measures what hardly changes but when a window closes: it visits every dendrite, which is too much for a frame.
     */
    void measure() {
        long bytes = trains.memoryBytes() + (long) NEURON_BYTES * neurons.size();
        for (DendriteSynapses row : rows) {
            bytes += row == null ? 0 : row.memoryBytes();
        }
        measuredBytes = bytes;
    }

    /** Indexes the trains of windows whose spikes are all here, and not yet dropped. */
    void index(long firstWindow, long lastWindow) {
        trains.index(firstWindow, lastWindow, log, neurons.size());
    }

    /** The trains of a window that is indexed. */
    TrainIndex trains(long window) {
        return trains.of(window);
    }

    /** Neurons that were first seen before a time; slots are in that order. */
    int neuronsBefore(long timeMicros) {
        return neurons.sizeBefore(timeMicros);
    }

    /** Returns whether this shard reports what is the same in every shard; one shard does. */
    boolean publishesForNetwork() {
        return shard == 0;
    }

    /** Returns for each slot whether this shard owns the neuron's dendrite; at least as long as there are slots. */
    boolean[] owned() {
        return owned;
    }

    boolean owns(int slot) {
        return owned[slot];
    }

    /** The slots below this whose dendrites this shard owns, ascending. */
    int[] ownedBelow(int slots) {
        return IntStream.range(0, slots).filter(slot -> owned[slot]).toArray();
    }

    /** All slots, ascending by neuron. */
    int[] slotsById() {
        if (slotsById.length < neurons.size()) {
            slotsById = neurons.slotsById();
        }
        return slotsById;
    }

    /** The dendrite's synapses, or null if it never had any. */
    @Nullable DendriteSynapses synapses(int slot) {
        return rows[slot];
    }

    /** Gives the dendrite an empty row if it never had any synapses. */
    void createSynapses(int slot) {
        if (rows[slot] == null) {
            rows[slot] = new DendriteSynapses();
        }
    }

    /** The synapses of a dendrite that has a row. */
    DendriteSynapses existingSynapses(int slot) {
        return Objects.requireNonNull(rows[slot], "the dendrite has no row");
    }

    /** Returns whether a dendrite has synapses. */
    boolean hasSynapses(int slot) {
        DendriteSynapses row = rows[slot];
        return row != null && row.size() > 0;
    }

    void putSynapses(int post, DendriteSynapses row) {
        rows[neurons.find(post)] = row;
    }

    private void makeRoom() {
        if (owned.length < neurons.size()) {
            int capacity = Math.max(neurons.size(), 2 * owned.length);
            owned = Arrays.copyOf(owned, capacity);
            rows = Arrays.copyOf(rows, capacity);
        }
        for (int slot = ownedUpTo; slot < neurons.size(); slot++) {
            owned[slot] = Shards.of(neurons.idOf(slot), shards) == shard;
        }
        ownedUpTo = neurons.size();
    }
}
