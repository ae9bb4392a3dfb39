package dev.hebb.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic of the cluster, as it is.
 *
 * @param name with prefix
 * @param partitions number of partitions
 * @param replicas of the partition that has the fewest
 * @param settings every setting that the broker reports, defaults too
 */
record ExistingTopic(String name, int partitions, int replicas, Map<String, String> settings) {

    static Map<String, ExistingTopic> describe(Admin admin, Collection<String> names)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> descriptions =
                admin.describeTopics(names).allTopicNames().get();
        List<ConfigResource> resources =
                names.stream().map(ExistingTopic::resource).toList();
        Map<ConfigResource, Config> configs =
                admin.describeConfigs(resources).all().get();
        Map<String, ExistingTopic> topics = new HashMap<>();
        for (TopicDescription description : descriptions.values()) {
            Config config = configs.get(resource(description.name()));
            topics.put(description.name(), of(description, config == null ? List.of() : config.entries()));
        }
        return topics;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static ExistingTopic of(TopicDescription description, Collection<ConfigEntry> entries) {
        Map<String, String> settings = new HashMap<>();
        for (ConfigEntry entry : entries) {
            if (entry.value() != null) {
                settings.put(entry.name(), entry.value());
            }
        }
        int replicas = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return new ExistingTopic(description.name(), description.partitions().size(), replicas, settings);
    }

    /**
     * Returns the difference that may lose records with one broker: fewer replicas, or fewer in sync, than planned.
     * Empty if there is none.
     */
    Optional<TopicDifference> replication(Replication planned) {
        int minInSync = Integer.parseInt(settings.getOrDefault(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1"));
        if (replicas < planned.factor()) {
            return Optional.of(TopicDifference.choice(
                    name, "has " + replicas + " of the " + planned.factor() + " replicas that it could have"));
        }
        return minInSync >= planned.minInSync()
                ? Optional.empty()
                : Optional.of(TopicDifference.choice(
                        name,
                        "has min.insync.replicas=" + minInSync + ", the plan is " + planned.minInSync()
                                + ": a record may be lost with one broker"));
    }

    /** Returns what differs from the plan, the number of partitions of co-partitioned topics excepted. */
    List<TopicDifference> differences(TopicPlan plan) {
        List<TopicDifference> differences = new ArrayList<>();
        if (partitions != plan.partitions()) {
            differences.add(TopicDifference.choice(
                    name, "has " + partitions + " partitions, the plan is " + plan.partitions()));
        }
        plan.settings().forEach((setting, planned) -> {
            String actual = settings.getOrDefault(setting, "");
            if (!planned.equals(actual)) {
                String what = "has " + setting + "=" + actual + ", the plan is " + planned;
                differences.add(new TopicDifference(name, what, weight(setting, actual, planned)));
            }
        });
        return differences;
    }

    private static TopicDifference.Weight weight(String setting, String actual, String planned) {
        return switch (setting) {
            // With the wrong policy, results are deleted, or events that share a key.
            case TopicConfig.CLEANUP_POLICY_CONFIG -> TopicDifference.Weight.VITAL;
            // A larger record is refused: by its producer, or by the app, which stops.
            case TopicConfig.MAX_MESSAGE_BYTES_CONFIG ->
                Long.parseLong(actual) < Long.parseLong(planned)
                        ? TopicDifference.Weight.RISK
                        : TopicDifference.Weight.CHOICE;
            default -> TopicDifference.Weight.CHOICE;
        };
    }
}
