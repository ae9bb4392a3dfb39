package dev.hebb.cli.doctor;

import dev.hebb.cli.support.NumberText;
import dev.hebb.client.TopicNames;
import java.util.ArrayList;
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
        offsets(context, committed, OffsetSpec.latest()).forEach((partition, end) -> {
            OffsetAndMetadata at = committed.get(partition);
            lags.merge(partition.topic(), Math.max(0, end - (at == null ? 0 : at.offset())), Long::sum);
        });
        lags.values().removeIf(lag -> lag == 0);
        List<CheckResult> results = new ArrayList<>(lost(context, committed));
        results.add(result(group, state(context, group), lags));
        return results;
    }

    /**
     * What retention has deleted before the app read it. Not of the topic of moved records: transactions write it,
     * whose markers count as offsets.
     */
    private static List<CheckResult> lost(CheckContext context, Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException {
        TopicNames topics = context.connection().topics();
        List<String> inputs = List.of(topics.spikes(), topics.control());
        Map<String, Long> lost = new TreeMap<>();
        offsets(context, committed, OffsetSpec.earliest()).forEach((partition, oldest) -> {
            OffsetAndMetadata at = committed.get(partition);
            if (at != null && at.offset() < oldest && inputs.contains(partition.topic())) {
                lost.merge(partition.topic(), oldest - at.offset(), Long::sum);
            }
        });
        return lost.entrySet().stream()
                .map(topic -> CheckResult.fail(
                        NumberText.grouped(topic.getValue()) + " records of topic " + topic.getKey()
                                + " were deleted before the app read them",
                        "send their spikes again under another --network, and give the topic a retention that is"
                                + " longer than the app is ever behind ('hebb kafka configs')"))
                .toList();
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
                            "look again in a minute: if it grows, give the app more workers and cores for one large"
                                    + " network, more threads or instances for several; docs/live-spikes.md says what"
                                    + " an overloaded rig can do");
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

    private static Map<TopicPartition, Long> offsets(
            CheckContext context, Map<TopicPartition, OffsetAndMetadata> committed, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> specs =
                committed.keySet().stream().collect(Collectors.toMap(partition -> partition, any -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        context.admin()
                .listOffsets(specs, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }
}
