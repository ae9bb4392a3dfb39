package dev.hebb.cli.doctor;

import dev.hebb.client.Replication;
import dev.hebb.client.TopicDifference;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Checks that the topics exist, are as planned and replicated; counts rejected records. */
final class TopicsCheck implements ClusterCheck {
    @Override
    public List<CheckResult> run(CheckContext context) throws ExecutionException, InterruptedException {
        List<TopicPlan> plans = TopicPlan.all(context.connection().topics(), TopicPlan.DEFAULT_PARTITIONS);
        List<TopicDifference> differences = new TopicProvisioner(context.admin()).inspect(plans);
        List<CheckResult> results = new ArrayList<>();
        for (TopicDifference difference : differences) {
            results.add(result(difference));
        }
        if (differences.isEmpty()) {
            results.add(CheckResult.ok("topics: all " + plans.size() + " are there, as planned"));
        }
        if (differences.stream().noneMatch(TopicDifference::vital)) {
            results.addAll(replication(context, plans));
            results.addAll(rejected(context));
        }
        return results;
    }

    private static CheckResult result(TopicDifference difference) {
        return switch (difference.weight()) {
            case VITAL ->
                CheckResult.fail(
                        difference.toString(),
                        "'hebb up' and 'hebb app' create missing topics; "
                                + "set others right with 'hebb kafka configs' or 'hebb kafka topics'");
            case RISK ->
                CheckResult.warn(
                        difference + ": a larger record stops the app, or is refused to its producer",
                        "set it with 'hebb kafka configs'");
            case CHOICE -> CheckResult.note(difference.toString(), "");
        };
    }

    /**
     * Checks that the topics have the planned replicas, so that no record is lost with one broker. The plan is that of
     * the app or, if no app answers, that of the cluster.
     */
    private static List<CheckResult> replication(CheckContext context, List<TopicPlan> plans)
            throws ExecutionException, InterruptedException {
        Replication planned = Replication.of(
                context.admin(),
                setting(context, "hebb.topics.replication-factor"),
                setting(context, "hebb.topics.min-in-sync-replicas"));
        List<TopicDifference> unsafe = new TopicProvisioner(context.admin()).replication(plans, planned);
        if (unsafe.isEmpty()) {
            return List.of(CheckResult.ok("topics: " + planned.factor()
                    + (planned.factor() == 1 ? " replica, of which " : " replicas, of which ") + planned.minInSync()
                    + " must have a record"));
        }
        return List.of(CheckResult.warn(
                unsafe.size() + " topics would not survive the loss of a broker: " + unsafe.get(0)
                        + (unsafe.size() > 1 ? ", and others" : ""),
                "move replicas with kafka-reassign-partitions, and set min.insync.replicas with 'hebb kafka configs';"
                        + " the app sets both only for topics that it creates"));
    }

    private static int setting(CheckContext context, String name) {
        return Integer.parseInt(context.config().settings().getOrDefault(name, "0"));
    }

    private static List<CheckResult> rejected(CheckContext context) throws ExecutionException, InterruptedException {
        String topic = context.connection().topics().rejectedSpikes();
        long rejected = 0;
        for (TopicDescription description : describe(context).values()) {
            if (description.name().equals(topic)) {
                for (int partition = 0; partition < description.partitions().size(); partition++) {
                    TopicPartition of = new TopicPartition(topic, partition);
                    rejected += offset(context, of, OffsetSpec.latest()) - offset(context, of, OffsetSpec.earliest());
                }
            }
        }
        return rejected == 0
                ? List.of(CheckResult.ok("no spike was rejected"))
                : List.of(CheckResult.note(
                        "topic " + topic + " holds about " + rejected + " records that were refused",
                        "their headers say why: 'hebb kafka console-consumer --topic " + topic
                                + " --from-beginning --property print.headers=true --max-messages 10'"));
    }

    private static long offset(CheckContext context, TopicPartition partition, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        return context.admin()
                .listOffsets(Map.of(partition, spec))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static Map<String, TopicDescription> describe(CheckContext context)
            throws ExecutionException, InterruptedException {
        return context.admin()
                .describeTopics(context.connection().topics().all())
                .allTopicNames()
                .get();
    }
}
