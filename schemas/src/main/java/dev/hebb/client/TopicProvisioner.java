package dev.hebb.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics that are missing, and reports what is different about those that exist. It changes no existing
 * topic: retention, sizes and numbers of partitions are the operator's to choose.
 */
public final class TopicProvisioner {
    /** A created topic is visible after some milliseconds, on a busy cluster after seconds. */
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Admin admin;

    /** The admin client stays the caller's to close. */
    public TopicProvisioner(Admin admin) {
        this.admin = admin;
    }

    /**
     * Result of a provisioning.
     *
     * @param created names of the topics that were missing
     * @param differences what is not as planned about the topics, the created ones among them
     */
    public record Provisioned(List<String> created, List<TopicDifference> differences) {
        public Provisioned {
            created = List.copyOf(created);
            differences = List.copyOf(differences);
        }
    }

    /** {@link #provision(Collection, Replication)}, with the replication that follows the cluster. */
    public Provisioned provision(Collection<TopicPlan> plans) throws ExecutionException, InterruptedException {
        return provision(plans, Replication.of(admin, 0, 0));
    }

    /**
     * Makes sure that every topic exists. A missing topic that is
     * co-partitioned with existing ones gets their number of partitions. Returns when the broker that answers knows
     * all of them: the controller creates a topic before the brokers hear of it.
     *
     * @throws ExecutionException if the cluster refuses, cannot be reached, or does not show a topic that it created
     */
    public Provisioned provision(Collection<TopicPlan> plans, Replication replication)
            throws ExecutionException, InterruptedException {
        Map<String, ExistingTopic> before = existing(plans);
        OptionalInt together =
                coPartitioned(plans, before).mapToInt(ExistingTopic::partitions).max();
        List<TopicPlan> missing = plans.stream()
                .filter(plan -> !before.containsKey(plan.name()))
                .map(plan -> plan.coPartitioned() ? plan.withPartitions(together.orElse(plan.partitions())) : plan)
                .toList();
        List<String> created = create(missing, replication);
        awaitVisible(missing.stream().map(TopicPlan::name).collect(Collectors.toSet()));
        List<TopicPlan> kept =
                plans.stream().filter(plan -> !created.contains(plan.name())).toList();
        return new Provisioned(created, inspect(kept));
    }

    /**
     * Reports what is missing or different, and creates nothing.
     *
     * @throws ExecutionException if the cluster refuses or cannot be reached
     */
    public List<TopicDifference> inspect(Collection<TopicPlan> plans) throws ExecutionException, InterruptedException {
        Map<String, ExistingTopic> topics = existing(plans);
        List<TopicDifference> differences = new ArrayList<>();
        for (TopicPlan plan : plans) {
            ExistingTopic topic = topics.get(plan.name());
            if (topic == null) {
                differences.add(TopicDifference.vital(plan.name(), "does not exist"));
            } else {
                differences.addAll(topic.differences(plan));
            }
        }
        unequalPartitions(plans, topics).ifPresent(differences::add);
        return differences;
    }

    private Map<String, ExistingTopic> existing(Collection<TopicPlan> plans)
            throws ExecutionException, InterruptedException {
        Set<String> names = new LinkedHashSet<>(admin.listTopics().names().get());
        names.retainAll(plans.stream().map(TopicPlan::name).collect(Collectors.toSet()));
        return ExistingTopic.describe(admin, names);
    }

    private List<String> create(List<TopicPlan> missing, Replication replication)
            throws ExecutionException, InterruptedException {
        List<NewTopic> topics = missing.stream()
                .map(plan -> new NewTopic(plan.name(), plan.partitions(), replication.factor())
                        .configs(settings(plan, replication)))
                .toList();
        List<String> created = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<Void>> topic :
                admin.createTopics(topics).values().entrySet()) {
            try {
                topic.getValue().get();
                created.add(topic.getKey());
            } catch (ExecutionException e) {
                // Several instances may provision at once; the other one's topic is as good as ours.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        return created;
    }

    private void awaitVisible(Set<String> topics) throws ExecutionException, InterruptedException {
        Instant deadline = Instant.now().plus(VISIBLE_WITHIN);
        Set<String> hidden = new TreeSet<>(topics);
        while (!hidden.isEmpty()) {
            hidden.removeAll(admin.listTopics().names().get());
            if (hidden.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new ExecutionException(new TimeoutException("the cluster created topics that it does not list "
                        + Durations.seconds(VISIBLE_WITHIN) + " later: " + String.join(", ", hidden)));
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /**
     * Returns when every partition of a new topic has a leader that answers: a producer warns of each that has none.
     *
     * @throws ExecutionException if the cluster refuses, or has no leader in time
     */
    public void awaitLeaders(String topic, int partitions) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        awaitVisible(Set.of(topic));
        Instant deadline = Instant.now().plus(VISIBLE_WITHIN);
        while (!haveLeaders(all, deadline)) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private boolean haveLeaders(Map<TopicPartition, OffsetSpec> partitions, Instant deadline)
            throws ExecutionException, InterruptedException {
        try {
            admin.listOffsets(partitions).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException && Instant.now().isBefore(deadline)) {
                return false;
            }
            throw e;
        }
    }

    private static Map<String, String> settings(TopicPlan plan, Replication replication) {
        Map<String, String> settings = new TreeMap<>(plan.settings());
        settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replication.minInSync()));
        return settings;
    }

    /**
     * Returns the topics that may lose records with one broker, because they have fewer replicas than planned. They
     * stay as they are: an operator moves replicas between brokers.
     *
     * @throws ExecutionException if the cluster refuses or cannot be reached
     */
    public List<TopicDifference> replication(Collection<TopicPlan> plans, Replication planned)
            throws ExecutionException, InterruptedException {
        return existing(plans).values().stream()
                .flatMap(topic -> topic.replication(planned).stream())
                .toList();
    }

    private static Optional<TopicDifference> unequalPartitions(
            Collection<TopicPlan> plans, Map<String, ExistingTopic> topics) {
        List<ExistingTopic> together = coPartitioned(plans, topics).toList();
        if (together.stream().mapToInt(ExistingTopic::partitions).distinct().count() <= 1) {
            return Optional.empty();
        }
        String counts = together.stream()
                .map(topic -> topic.name() + " " + topic.partitions())
                .collect(Collectors.joining(", "));
        return Optional.of(TopicDifference.vital(
                together.get(0).name(), "and its companions must have one number of partitions, and have " + counts));
    }

    private static Stream<ExistingTopic> coPartitioned(Collection<TopicPlan> plans, Map<String, ExistingTopic> topics) {
        return plans.stream()
                .filter(TopicPlan::coPartitioned)
                .flatMap(plan -> Optional.ofNullable(topics.get(plan.name())).stream());
    }
}
