package dev.hebb.cli.doctor;

import dev.hebb.cli.support.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;

/** Checks that the brokers answer and have free disk space. */
final class KafkaCheck implements ClusterCheck {
    private static final double LOW_SPACE_BYTES = 2L << 30;

    @Override
    public List<CheckResult> run(CheckContext context) throws ExecutionException, InterruptedException {
        DescribeClusterResult cluster = context.admin().describeCluster();
        List<Integer> brokers =
                cluster.nodes().get().stream().map(Node::id).sorted().toList();
        List<CheckResult> results = new ArrayList<>();
        results.add(CheckResult.ok("Kafka at " + context.connection().bootstrapServers() + ": " + brokers.size()
                + (brokers.size() == 1 ? " broker" : " brokers") + ", cluster id "
                + cluster.clusterId().get()));
        for (Map.Entry<Integer, Map<String, LogDirDescription>> broker :
                context.admin().describeLogDirs(brokers).allDescriptions().get().entrySet()) {
            broker.getValue()
                    .forEach((directory, description) ->
                            results.addAll(freeSpace(broker.getKey(), directory, description)));
        }
        return results;
    }

    private static List<CheckResult> freeSpace(int broker, String directory, LogDirDescription description) {
        if (description.usableBytes().isEmpty()) {
            return List.of();
        }
        double usable = description.usableBytes().getAsLong();
        String what = "broker " + broker + " has " + NumberText.bytes(usable) + " left in " + directory;
        return List.of(
                usable < LOW_SPACE_BYTES
                        ? CheckResult.warn(
                                what,
                                "free disk space, or shorten the retention of topic spikes: a full disk stops Kafka")
                        : CheckResult.ok(what));
    }
}
