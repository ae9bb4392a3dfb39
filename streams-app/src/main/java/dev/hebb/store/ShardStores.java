package dev.hebb.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The stores of one shard, as Kafka Streams gives them to a processor.
 *
 * @param spikeLog see {@link StoreNames#SPIKE_LOG}
 * @param progress see {@link StoreNames#SHARD_PROGRESS}
 * @param synapses see {@link StoreNames#SYNAPSES}
 * @param histograms see {@link StoreNames#HISTOGRAMS}
 * @param coFiring see {@link StoreNames#CO_FIRING_WINDOWS}
 */
public record ShardStores(
        KeyValueStore<Bytes, byte[]> spikeLog,
        KeyValueStore<Bytes, byte[]> progress,
        KeyValueStore<Bytes, byte[]> synapses,
        KeyValueStore<Bytes, byte[]> histograms,
        KeyValueStore<Bytes, byte[]> coFiring) {
    /** The stores that are attached to a processor. */
    public static ShardStores of(ProcessorContext<?, ?> context) {
        return new ShardStores(
                store(context, StoreNames.SPIKE_LOG),
                store(context, StoreNames.SHARD_PROGRESS),
                store(context, StoreNames.SYNAPSES),
                store(context, StoreNames.HISTOGRAMS),
                store(context, StoreNames.CO_FIRING_WINDOWS));
    }

    private static KeyValueStore<Bytes, byte[]> store(ProcessorContext<?, ?> context, String name) {
        StateStore store = context.getStateStore(name);
        @SuppressWarnings("unchecked") // built so in HebbTopology
        KeyValueStore<Bytes, byte[]> typed = (KeyValueStore<Bytes, byte[]>) store;
        return typed;
    }
}
