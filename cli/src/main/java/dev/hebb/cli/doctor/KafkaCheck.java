package dev.hebb.cli.doctor;

import dev.hebb.cli.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;

/** Brokers, and room on their disks. */
final class KafkaCheck implements Check {
    private static final double LITTLE_ROOM_BYTES = 2L << 30;

    @Override
    public List<Finding> run(Patient patient) throws ExecutionException, InterruptedException {
        DescribeClusterResult cluster = patient.admin().describeCluster();
        List<Integer> brokers =
                cluster.nodes().get().stream().map(Node::id).sorted().toList();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("Kafka at " + patient.connection().bootstrapServers() + ": " + brokers.size()
                + (brokers.size() == 1 ? " broker" : " brokers") + ", cluster id "
                + cluster.clusterId().get()));
        for (Map.Entry<Integer, Map<String, LogDirDescription>> broker :
                patient.admin().describeLogDirs(brokers).allDescriptions().get().entrySet()) {
            broker.getValue()
                    .forEach(
                            (directory, description) -> findings.addAll(room(broker.getKey(), directory, description)));
        }
        return findings;
    }

    private static List<Finding> room(int broker, String directory, LogDirDescription description) {
        if (description.usableBytes().isEmpty()) {
            return List.of();
        }
        double usable = description.usableBytes().getAsLong();
        String what = "broker " + broker + " has " + Numbers.bytes(usable) + " left in " + directory;
        return List.of(
                usable < LITTLE_ROOM_BYTES
                        ? Finding.warn(
                                what, "make room, or shorten the retention of topic spikes: a full disk stops Kafka")
                        : Finding.ok(what));
    }
}
