package dev.hebb.shard;

import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.framing.Frame;
import dev.hebb.synapse.DendriteSynapses;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a shard of a network holds in memory: all of it can be read back from its storage. */
final class ShardMemory {
    private final int shard;
    private final int shards;
    private final RecentTrains trains;
    final Neurons neurons;
    final SpikeLog log = new SpikeLog();
    final Gaps gaps = new Gaps();
    private boolean[] owned = new boolean[16];
    private int ownedUpTo;
    private long ownSpikes;
    private @Nullable DendriteSynapses[] rows = new DendriteSynapses[16];

    ShardMemory(int shard, ShardConfig config, Neurons neurons) {
        this.shard = shard;
        this.shards = config.shards();
        this.neurons = neurons;
        this.trains = new RecentTrains(config.axis(), config.windowMicros(), config.judgeEveryWindows());
        makeRoom();
    }

    /** Goes on from what was saved; the neurons were given already. */
    void restore(ShardProgress progress) {
        progress.gaps().forEach(gap -> gaps.add(gap.fromMicros(), gap.toMicros()));
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

    /** Puts back the spikes of a frame whose neurons are known and counted. */
    void putBack(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            log.append(frame.timesMicros()[i], neurons.find(frame.neurons()[i]));
        }
    }

    /** Spikes of the shard's own neurons so far. */
    long ownSpikes() {
        return ownSpikes;
    }

    /** The trains of a window whose spikes are all here, and not yet dropped. */
    TrainIndex trains(long window) {
        return trains.of(window, log, neurons.size());
    }

    /** Neurons that were first seen before a time; slots are in that order. */
    int neuronsBefore(long timeMicros) {
        int size = neurons.size();
        while (size > 0 && neurons.firstSpikeMicros(size - 1) >= timeMicros) {
            size--;
        }
        return size;
    }

    /** What is the same in every shard is told by one of them. */
    boolean speaksForNetwork() {
        return shard == 0;
    }

    /** By slot, whether this shard owns the neuron's dendrite; at least as long as there are slots. */
    boolean[] owned() {
        return owned;
    }

    boolean owns(int slot) {
        return owned[slot];
    }

    /** The dendrite's synapses, or null if it never had any. */
    @Nullable DendriteSynapses synapses(int slot) {
        return rows[slot];
    }

    /** The dendrite's synapses, an empty row if it never had any. */
    DendriteSynapses synapsesToWrite(int slot) {
        DendriteSynapses row = rows[slot];
        if (row == null) {
            row = new DendriteSynapses();
            rows[slot] = row;
        }
        return row;
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
