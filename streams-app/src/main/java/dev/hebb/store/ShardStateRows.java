package dev.hebb.store;

import dev.hebb.command.ControlState;
import dev.hebb.row.ControlRow;
import dev.hebb.row.CorruptRowException;
import dev.hebb.row.NeuronBlock;
import dev.hebb.row.ProgressRow;
import dev.hebb.row.WholeStateRow;
import dev.hebb.shard.Neurons;
import dev.hebb.shard.ShardProgress;
import dev.hebb.shard.ShardState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The state of one network's shard as rows of {@link StoreNames#SHARD_PROGRESS}: one of its progress, one of its
 * control, and blocks of neurons. A save puts the progress, and of the others what changed since the save before.
 *
 * <p>Progress comes last, because it says how many neurons there are: where writes are lost from the end, as after a
 * crash under at_least_once, and for queries that read during a save, the neurons that it counts are there.
 *
 * <p>A state that an earlier version wrote as one row is read, and takes its new rows with the first save.
 */
public final class ShardStateRows {
    /** Comes before the blocks of neurons. */
    private static final int CONTROL = -1;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StoreKey key;
    private final IntPredicate owns;
    private int savedNeurons;
    private byte[] savedControl = {};

    /** @param owns whether the shard owns a neuron's dendrite */
    ShardStateRows(KeyValueStore<Bytes, byte[]> store, StoreKey key, IntPredicate owns) {
        this.store = store;
        this.key = key;
        this.owns = owns;
    }

    /**
     * The state in a store, also while a task writes it.
     *
     * @param owns whether the shard owns a neuron's dendrite
     * @return null for a network that the store does not have
     */
    public static @Nullable ShardState read(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, StoreKey key, IntPredicate owns) {
        byte[] row = store.get(key.only());
        while (row != null) {
            try {
                return unpack(row, store, key, owns);
            } catch (CorruptRowException e) {
                byte[] newer = store.get(key.only());
                if (Arrays.equals(newer, row)) {
                    throw e;
                }
                // The network was forgotten meanwhile, and may have begun again.
                row = newer;
            }
        }
        return null;
    }

    /** The networks that a store has, in the order of their keys. */
    public static List<String> networks(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        List<String> networks = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
            while (rows.hasNext()) {
                Bytes rowKey = rows.next().key;
                if (StoreKey.isOnly(rowKey)) {
                    networks.add(StoreKey.networkOf(rowKey));
                }
            }
        }
        return networks;
    }

    /** Returns what was last saved; null for a network that is new here. To be called once, before the first save. */
    @Nullable ShardState load() {
        byte[] row = store.get(key.only());
        if (row == null) {
            return null;
        }
        ShardState state = unpack(row, store, key, owns);
        if (!WholeStateRow.is(row)) {
            savedNeurons = state.neurons().size();
            savedControl = ControlRow.pack(state.control());
        }
        return state;
    }

    /** Saves what changed. */
    void save(ShardState state) {
        saveNeurons(state.neurons());
        saveControl(state.control());
        store.put(key.only(), ProgressRow.pack(state.progress()));
    }

    private void saveNeurons(Neurons neurons) {
        for (int slot = savedNeurons; slot < neurons.size(); slot = (NeuronBlock.of(slot) + 1) * NeuronBlock.SLOTS) {
            store.put(key.with(NeuronBlock.of(slot)), NeuronBlock.pack(neurons, NeuronBlock.of(slot)));
        }
        savedNeurons = neurons.size();
    }

    private void saveControl(ControlState control) {
        byte[] row = ControlRow.pack(control);
        if (!Arrays.equals(row, savedControl)) {
            store.put(key.with(CONTROL), row);
            savedControl = row;
        }
    }

    private static ShardState unpack(
            byte[] row, ReadOnlyKeyValueStore<Bytes, byte[]> store, StoreKey key, IntPredicate owns) {
        if (WholeStateRow.is(row)) {
            return WholeStateRow.unpack(row, owns);
        }
        ShardProgress progress = ProgressRow.unpack(row);
        ControlState control = ControlRow.unpack(part(store, key, CONTROL));
        return new ShardState(progress, neurons(store, key, progress.neurons()), control);
    }

    private static Neurons neurons(ReadOnlyKeyValueStore<Bytes, byte[]> store, StoreKey key, int size) {
        Neurons neurons = new Neurons();
        for (int block = 0; neurons.size() < size; block++) {
            NeuronBlock.unpack(part(store, key, block), neurons, size);
        }
        return neurons;
    }

    private static byte[] part(ReadOnlyKeyValueStore<Bytes, byte[]> store, StoreKey key, int number) {
        byte[] row = store.get(key.with(number));
        if (row == null) {
            throw new CorruptRowException("the state of a shard has no row "
                    + (number == CONTROL ? "of control" : "for the neurons in block " + number));
        }
        return row;
    }
}
