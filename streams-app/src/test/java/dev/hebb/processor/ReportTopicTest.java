package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.row.ReportCodec;
import dev.hebb.row.ReportCodec.Received;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.NeuronReportBuilder;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.junit.jupiter.api.Test;

class ReportTopicTest {
    private static final int SHARDS = 3;

    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
    private final CauseTime time = new CauseTime();

    @Test
    void sendsTheReportOfEveryShardToTheCensusOfItsNetwork() {
        // Given
        NeuronReport report = report();
        time.set(17);

        // When
        ReportTopic topic = new ReportTopic(context, time);
        for (int shard = 0; shard < SHARDS; shard++) {
            topic.report("dish", shard, report);
        }

        // Then
        List<CapturedForward<? extends Object, ? extends Object>> sent = context.forwarded();
        assertThat(sent).hasSize(SHARDS).allSatisfy(forward -> {
            assertThat(forward.childName()).contains(NodeNames.REPORTS);
            assertThat(forward.record().key()).isEqualTo("dish");
            assertThat(forward.record().timestamp()).isEqualTo(17);
        });
        for (int shard = 0; shard < SHARDS; shard++) {
            Received received =
                    ReportCodec.decode((byte[]) sent.get(shard).record().value());
            assertThat(received.shard()).isEqualTo(shard);
            assertThat(received.report()).usingRecursiveComparison().isEqualTo(report);
        }
    }

    private static NeuronReport report() {
        return new NeuronReportBuilder()
                .window(7, 10_000_000)
                .stage("REFINEMENT")
                .observedMicros(10_000_000)
                .neuronTermMicros(600_000_000)
                .formed(new int[] {1}, new int[] {2})
                .pruned(new int[] {3, 4}, new int[] {5, 6})
                .firing(new int[] {2, 5}, new long[] {9_000_000, 9_500_000})
                .died(3)
                .build();
    }
}
