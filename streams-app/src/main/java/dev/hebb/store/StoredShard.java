package dev.hebb.store;

import dev.hebb.framing.Frame;
import dev.hebb.row.CoFiringRow;
import dev.hebb.row.FrameCodec;
import dev.hebb.row.SynapseRow;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.DendriteHistograms;
import dev.hebb.shard.ShardState;
import dev.hebb.shard.ShardStorage;
import dev.hebb.synapse.DendriteSynapses;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
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
    private final int windowsKept;
    private final HistogramScratch scratch;
    private final FrameCodec codec = new FrameCodec();

    /**
     * @param windowsKept how many windows of counts are kept by dendrite
     * @param owns whether the shard owns a neuron's dendrite
     * @param scratch memory for histograms, shared by all networks of a task
     */
    public StoredShard(
            ShardStores stores, String network, int windowsKept, IntPredicate owns, HistogramScratch scratch) {
        this.stores = stores;
        this.key = StoreKey.of(network);
        this.state = new ShardStateRows(stores.progress(), key, owns);
        this.windowsKept = windowsKept;
        this.scratch = scratch;
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
    public DendriteHistograms histograms(int post, boolean dense) {
        if (!dense) {
            return new CandidateHistograms(stores.histograms(), key, post, scratch.cells());
        }
        return scratch.open(stores.histograms(), key, post);
    }

    @Override
    public void saveCoFiring(CoFiringCounts counts) {
        int place = Math.floorMod(counts.window(), windowsKept);
        stores.coFiring().put(key.with(counts.post(), place), CoFiringRow.pack(counts));
    }

    private void each(KeyValueStore<Bytes, byte[]> store, Consumer<KeyValue<Bytes, byte[]>> reader) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(key.only(), key.last())) {
            entries.forEachRemaining(reader);
        }
    }
}
