package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.row.ReportCodec;
import dev.hebb.row.ReportCodec.Received;
import dev.hebb.shard.NeuronReport;
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
        int[] formedPre = {1};
        int[] formedPost = {2};
        int[] prunedPre = {3, 4};
        int[] prunedPost = {5, 6};
        int[] firing = {2, 5};
        long[] lastSpikeMicros = {9_000_000, 9_500_000};
        int[] died = {3};
        return new NeuronReport(
                7,
                10_000_000,
                "REFINEMENT",
                10_000_000,
                600_000_000,
                formedPre,
                formedPost,
                prunedPre,
                prunedPost,
                firing,
                lastSpikeMicros,
                died);
    }
}
