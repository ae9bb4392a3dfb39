package dev.hebb.cli.doctor;

import dev.hebb.cli.Numbers;
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

/** How far the app is behind what it reads. */
final class LagCheck implements Check {
    @Override
    public List<Finding> run(Patient patient) throws ExecutionException, InterruptedException {
        String group = patient.config().applicationId();
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(patient.admin()
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        committed.values().removeIf(Objects::isNull);
        if (committed.isEmpty()) {
            return List.of(Finding.note("consumer group " + group + " has read nothing yet", ""));
        }
        Map<String, Long> lags = new TreeMap<>();
        ends(patient, committed).forEach((partition, end) -> {
            OffsetAndMetadata at = committed.get(partition);
            lags.merge(partition.topic(), Math.max(0, end - (at == null ? 0 : at.offset())), Long::sum);
        });
        lags.values().removeIf(lag -> lag == 0);
        return List.of(finding(group, state(patient, group), lags));
    }

    private static Finding finding(String group, GroupState state, Map<String, Long> lags) {
        String behind = lags.entrySet().stream()
                .map(lag -> Numbers.grouped(lag.getValue()) + " on " + lag.getKey())
                .collect(Collectors.joining(", "));
        String what = "consumer group " + group + " is " + state
                + (behind.isEmpty() ? " and has read everything" : "; records still to be read: " + behind);
        if (behind.isEmpty() || state == GroupState.STABLE) {
            return behind.isEmpty()
                    ? Finding.ok(what)
                    : Finding.note(
                            what,
                            "look again in a minute: if it grows, start another instance, or give the app more threads");
        }
        return Finding.warn(what, "nobody reads: start the app");
    }

    private static GroupState state(Patient patient, String group) throws ExecutionException, InterruptedException {
        ConsumerGroupDescription description = patient.admin()
                .describeConsumerGroups(List.of(group))
                .all()
                .get()
                .get(group);
        return description == null ? GroupState.UNKNOWN : description.groupState();
    }

    private static Map<TopicPartition, Long> ends(Patient patient, Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = committed.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        patient.admin()
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
