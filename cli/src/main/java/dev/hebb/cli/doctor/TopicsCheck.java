package dev.hebb.cli.doctor;

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

/** Topics: there, as planned, replicated where they can be; and what was rejected. */
final class TopicsCheck implements Check {
    @Override
    public List<Finding> run(Patient patient) throws ExecutionException, InterruptedException {
        List<TopicPlan> plans = TopicPlan.all(patient.connection().topics(), TopicPlan.DEFAULT_PARTITIONS);
        List<TopicDifference> differences = new TopicProvisioner(patient.admin()).inspect(plans);
        List<Finding> findings = new ArrayList<>();
        for (TopicDifference difference : differences) {
            findings.add(
                    difference.vital()
                            ? Finding.fail(
                                    difference.toString(),
                                    "'hebb up' and 'hebb app' create missing topics; "
                                            + "set others right with 'hebb kafka configs' or 'hebb kafka topics'")
                            : Finding.note(difference.toString(), ""));
        }
        if (differences.isEmpty()) {
            findings.add(Finding.ok("topics: all " + plans.size() + " are there, as planned"));
        }
        if (differences.stream().noneMatch(TopicDifference::vital)) {
            findings.addAll(replication(patient));
            findings.addAll(rejected(patient));
        }
        return findings;
    }

    private static List<Finding> replication(Patient patient) throws ExecutionException, InterruptedException {
        int brokers = patient.admin().describeCluster().nodes().get().size();
        List<String> single = new ArrayList<>();
        for (TopicDescription topic : describe(patient).values()) {
            if (topic.partitions().get(0).replicas().size() == 1) {
                single.add(topic.name());
            }
        }
        return brokers > 1 && !single.isEmpty()
                ? List.of(Finding.warn(
                        "one replica each, on a cluster of " + brokers + " brokers: " + String.join(", ", single),
                        "a broker that dies takes them along; set default.replication.factor before topics are made"))
                : List.of();
    }

    private static List<Finding> rejected(Patient patient) throws ExecutionException, InterruptedException {
        String topic = patient.connection().topics().rejectedSpikes();
        long rejected = 0;
        for (TopicDescription description : describe(patient).values()) {
            if (description.name().equals(topic)) {
                for (int partition = 0; partition < description.partitions().size(); partition++) {
                    TopicPartition of = new TopicPartition(topic, partition);
                    rejected += offset(patient, of, OffsetSpec.latest()) - offset(patient, of, OffsetSpec.earliest());
                }
            }
        }
        return rejected == 0
                ? List.of(Finding.ok("no spike was rejected"))
                : List.of(Finding.note(
                        "topic " + topic + " holds about " + rejected + " records that were refused",
                        "their headers say why: 'hebb kafka console-consumer --topic " + topic
                                + " --from-beginning --property print.headers=true --max-messages 10'"));
    }

    private static long offset(Patient patient, TopicPartition partition, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        return patient.admin()
                .listOffsets(Map.of(partition, spec))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static Map<String, TopicDescription> describe(Patient patient)
            throws ExecutionException, InterruptedException {
        return patient.admin()
                .describeTopics(patient.connection().topics().all())
                .allTopicNames()
                .get();
    }
}
