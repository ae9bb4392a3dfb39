package dev.hebb.processor;

import dev.hebb.store.StoreKey;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Handler of the records of an internal topic that passes over those that were handled before.
 *
 * @param handler of the others
 * @param context of the task
 * @param offsets of the task
 */
record OnceHandler<K, V>(RecordHandler<K, V> handler, ProcessorContext<?, ?> context, HandledOffsets offsets)
        implements RecordHandler<K, V> {
    /** @param store of the task */
    static <K, V> OnceHandler<K, V> of(
            RecordHandler<K, V> handler,
            ProcessorContext<?, ?> context,
            KeyValueStore<Bytes, byte[]> store,
            TaskServices services) {
        return new OnceHandler<>(
                handler, context, HandledOffsets.of(context, store, topic -> StoreKey.offset(), services));
    }

    @Override
    public void handle(Record<K, V> record) {
        RecordMetadata received = context.recordMetadata().orElseThrow();
        if (offsets.isNew(received.topic(), received.offset())) {
            handler.handle(record);
            offsets.write();
        }
    }

    @Override
    public void close() {
        handler.close();
    }
}
