package dev.hebb.processor;

import dev.hebb.row.ReportCodec;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ReportSink;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The internal topic of reports as a sink.
 *
 * @param context of the shard's task
 * @param time of the record that caused a report
 */
record ReportTopic(ProcessorContext<Object, Object> context, CauseTime time) implements ReportSink {
    @Override
    public void report(String network, int shard, NeuronReport report) {
        forward(network, ReportCodec.encode(shard, report));
    }

    @Override
    public void forget(String network, int shard) {
        forward(network, ReportCodec.encodeForgotten(shard));
    }

    private void forward(String network, byte[] report) {
        context.forward(new Record<>(network, report, time.millis()), NodeNames.REPORTS);
    }
}
