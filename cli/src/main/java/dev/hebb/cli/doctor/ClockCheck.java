package dev.hebb.cli.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * Checks that the brokers' clock is not ahead of ours, as far as records show it: retention deletes by the brokers'
 * clock, and records from the future are not deleted for a long time.
 */
record ClockCheck(LongSupplier clockMillis) implements ClusterCheck {
    private static final long TOLERATED_MILLIS = 5_000;

    @Override
    public List<CheckResult> run(CheckContext context) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> newest = new HashMap<>();
        List<String> topics = List.of(
                context.connection().topics().spikes(),
                context.connection().topics().networkWindows());
        for (TopicDescription topic :
                context.admin().describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(partition -> newest.put(
                            new TopicPartition(topic.name(), partition.partition()), OffsetSpec.maxTimestamp()));
        }
        long latest = context.admin().listOffsets(newest).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(-1);
        long ahead = latest - clockMillis.getAsLong();
        return List.of(
                ahead > TOLERATED_MILLIS
                        ? CheckResult.warn(
                                "records carry times " + ahead / 1000 + " s ahead of this machine's clock",
                                "set the clocks of brokers and of this machine by NTP: retention goes by them")
                        : CheckResult.ok("no record is ahead of this machine's clock"));
    }
}
