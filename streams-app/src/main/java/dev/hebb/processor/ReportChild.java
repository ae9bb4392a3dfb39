package dev.hebb.processor;

import dev.hebb.row.ReportCodec.Received;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ReportSink;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The census of the same task as a sink: passes each report on as it is.
 *
 * @param context of the task
 * @param time of the record that caused a report
 */
record ReportChild(ProcessorContext<Object, Object> context, CauseTime time) implements ReportSink {
    @Override
    public void report(String network, int shard, NeuronReport report) {
        forward(network, new Received(shard, report));
    }

    @Override
    public void forget(String network, int shard) {
        forward(network, Received.forgotten(shard));
    }

    private void forward(String network, Received report) {
        context.forward(new Record<>(network, report, time.millis()), NodeNames.CENSUS);
    }
}
