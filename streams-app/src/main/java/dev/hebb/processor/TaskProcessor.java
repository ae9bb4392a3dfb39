package dev.hebb.processor;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A processor that has state only between init and close: a handler, which is made for each task. What the handler
 * needs of the task is there when it is made, so that its fields are final.
 */
abstract class TaskProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {
    private @Nullable RecordHandler<KIn, VIn> handler;

    /** Makes the handler of a task. */
    abstract RecordHandler<KIn, VIn> open(ProcessorContext<KOut, VOut> context);

    @Override
    public final void init(ProcessorContext<KOut, VOut> context) {
        handler = open(context);
    }

    @Override
    public final void process(Record<KIn, VIn> record) {
        if (handler == null) {
            throw new IllegalStateException("the task is not open");
        }
        handler.handle(record);
    }

    @Override
    public final void close() {
        if (handler != null) {
            handler.close();
            handler = null;
        }
    }
}
