package dev.hebb.cli.doctor;

import dev.hebb.cli.support.NumberText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Checks the lag of the app's consumer group. */
final class LagCheck implements ClusterCheck {
    @Override
    public List<CheckResult> run(CheckContext context) throws ExecutionException, InterruptedException {
        String group = context.config().applicationId();
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(context.admin()
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        committed.values().removeIf(Objects::isNull);
        if (committed.isEmpty()) {
            return List.of(CheckResult.note("consumer group " + group + " has read nothing yet", ""));
        }
        Map<String, Long> lags = new TreeMap<>();
        ends(context, committed).forEach((partition, end) -> {
            OffsetAndMetadata at = committed.get(partition);
            lags.merge(partition.topic(), Math.max(0, end - (at == null ? 0 : at.offset())), Long::sum);
        });
        lags.values().removeIf(lag -> lag == 0);
        return List.of(result(group, state(context, group), lags));
    }

    private static CheckResult result(String group, GroupState state, Map<String, Long> lags) {
        String behind = lags.entrySet().stream()
                .map(lag -> NumberText.grouped(lag.getValue()) + " on " + lag.getKey())
                .collect(Collectors.joining(", "));
        String what = "consumer group " + group + " is " + state
                + (behind.isEmpty() ? " and has read everything" : "; records still to be read: " + behind);
        if (behind.isEmpty() || state == GroupState.STABLE) {
            return behind.isEmpty()
                    ? CheckResult.ok(what)
                    : CheckResult.note(
                            what,
                            "look again in a minute: if it grows, start another instance, or give the app"
                                    + " more threads");
        }
        return CheckResult.warn(what, "no app reads them: start the app");
    }

    private static GroupState state(CheckContext context, String group)
            throws ExecutionException, InterruptedException {
        ConsumerGroupDescription description = context.admin()
                .describeConsumerGroups(List.of(group))
                .all()
                .get()
                .get(group);
        return description == null ? GroupState.UNKNOWN : description.groupState();
    }

    private static Map<TopicPartition, Long> ends(
            CheckContext context, Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = committed.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        context.admin()
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
