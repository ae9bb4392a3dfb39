package dev.hebb.store;

import dev.hebb.framing.Frame;
import dev.hebb.row.FrameCodec;
import dev.hebb.row.SampleRow;
import dev.hebb.row.SynapseRow;
import dev.hebb.shard.CandidateHistograms;
import dev.hebb.shard.DenseHistograms;
import dev.hebb.shard.NetworkSample;
import dev.hebb.shard.ShardState;
import dev.hebb.shard.ShardStorage;
import dev.hebb.synapse.DendriteSynapses;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One network in the stores of a shard. */
public final class StoredShard implements ShardStorage {
    private final ShardStores stores;
    private final StoreKey key;
    private final ShardStateRows state;
    private final int cells;
    private final HistogramRows histograms;
    private final FrameCodec codec = new FrameCodec();

    /**
     * @param owns whether the shard owns a neuron's dendrite
     * @param cells of a two-sided histogram
     */
    public StoredShard(ShardStores stores, String network, IntPredicate owns, int cells) {
        this.stores = stores;
        this.key = StoreKey.of(network);
        this.state = new ShardStateRows(stores.progress(), key, owns);
        this.cells = cells;
        this.histograms = new HistogramRows(stores.histograms(), key);
    }

    @Override
    public @Nullable ShardState loadState() {
        return state.load();
    }

    @Override
    public void saveState(ShardState changed) {
        state.save(changed);
    }

    @Override
    public void eachFrame(Consumer<Frame> reader) {
        each(stores.spikeLog(), entry -> reader.accept(FrameCodec.decode(entry.value)));
    }

    @Override
    public void saveFrame(Frame frame) {
        stores.spikeLog().put(key.with(frame.seq()), codec.encode(frame));
    }

    @Override
    public void dropFrame(long seq) {
        stores.spikeLog().delete(key.with(seq));
    }

    @Override
    public void eachDendrite(DendriteReader reader) {
        each(stores.synapses(), entry -> reader.accept(key.firstInt(entry.key), SynapseRow.unpack(entry.value)));
    }

    @Override
    public void saveDendrite(int post, DendriteSynapses synapses) {
        if (synapses.size() == 0) {
            stores.synapses().delete(key.with(post));
        } else {
            stores.synapses().put(key.with(post), SynapseRow.pack(synapses));
        }
    }

    @Override
    public void loadHistograms(int post, int slots, DenseHistograms into) {
        histograms.load(post, slots, into);
    }

    @Override
    public void loadHistograms(int post, CandidateHistograms into) {
        histograms.load(post, into);
    }

    @Override
    public void saveHistograms(int post, DenseHistograms from) {
        histograms.save(post, from);
    }

    @Override
    public void saveHistograms(int post, CandidateHistograms from) {
        histograms.save(post, from);
    }

    @Override
    public void forgetHistograms(int post, int[] preSlots, boolean dense) {
        if (dense) {
            histograms.clear(post, preSlots, cells);
        } else {
            CandidateHistograms candidates = new CandidateHistograms(cells);
            histograms.load(post, candidates);
            candidates.retain(slot -> IntStream.of(preSlots).noneMatch(pruned -> pruned == slot));
            histograms.save(post, candidates);
        }
    }

    @Override
    public @Nullable NetworkSample loadSample() {
        return SampleRows.read(stores.progress(), key, cells);
    }

    @Override
    public void saveSample(NetworkSample sample) {
        stores.progress().put(SampleRows.key(key), SampleRow.pack(sample));
    }

    /**
     * Deletes all rows of a network.
     *
     * @param dendrites given each dendrite that had synapses, before its row is deleted
     */
    public static void forget(ShardStores stores, String network, IntConsumer dendrites) {
        StoreKey key = StoreKey.of(network);
        try (KeyValueIterator<Bytes, byte[]> rows = stores.synapses().range(key.only(), key.last())) {
            rows.forEachRemaining(row -> dendrites.accept(key.firstInt(row.key)));
        }
        NetworkRows.delete(stores.spikeLog(), key);
        NetworkRows.delete(stores.synapses(), key);
        NetworkRows.delete(stores.histograms(), key);
        NetworkRows.delete(stores.coFiring(), key);
        NetworkRows.delete(stores.progress(), key);
    }

    private void each(KeyValueStore<Bytes, byte[]> store, Consumer<KeyValue<Bytes, byte[]>> reader) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(key.only(), key.last())) {
            entries.forEachRemaining(reader);
        }
    }
}
