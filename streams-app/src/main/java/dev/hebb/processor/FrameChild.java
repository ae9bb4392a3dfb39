package dev.hebb.processor;

import dev.hebb.framing.Frame;
import dev.hebb.framing.FrameSink;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The dendrites of the same task as a sink: passes each frame on as it is.
 *
 * @param context of the task
 * @param time of the record that caused a frame
 */
record FrameChild(ProcessorContext<Object, Object> context, CauseTime time) implements FrameSink {
    @Override
    public void frame(Frame frame) {
        context.forward(new Record<>(frame.network(), frame, time.millis()), NodeNames.DENDRITES);
    }
}
