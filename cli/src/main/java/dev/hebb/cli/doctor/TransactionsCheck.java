package dev.hebb.cli.doctor;

import dev.hebb.client.TopicNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.internals.Topic;

/**
 * Checks that no partition waits for the end of a transaction that its coordinator has forgotten: the app and every
 * other reader of committed records would wait with it for good.
 */
final class TransactionsCheck implements ClusterCheck {
    private static final String OFFSETS = Topic.GROUP_METADATA_TOPIC_NAME;

    /** A transaction that a partition has as open. */
    record OpenTransaction(TopicPartition partition, long producerId, long startOffset) {}

    @Override
    public List<CheckResult> run(CheckContext context) throws ExecutionException, InterruptedException {
        Admin admin = context.admin();
        List<OpenTransaction> open = open(admin, partitions(context));
        if (!open.isEmpty()) {
            List<OpenTransaction> hanging = hanging(open, known(admin, open));
            // A transaction that has ended between the two questions is open in the first answer only.
            Set<OpenTransaction> stillOpen = new HashSet<>(open(admin, partitionsOf(hanging)));
            open = hanging.stream().filter(stillOpen::contains).toList();
        }
        return open.isEmpty()
                ? List.of(CheckResult.ok("no partition waits for a transaction that has ended"))
                : open.stream().map(TransactionsCheck::failure).toList();
    }

    /** Returns those that no coordinator knows, or whose coordinator does not count the partition in. */
    static List<OpenTransaction> hanging(List<OpenTransaction> open, Map<Long, Set<TopicPartition>> knownByProducer) {
        return open.stream()
                .filter(one -> !knownByProducer
                        .getOrDefault(one.producerId(), Set.of())
                        .contains(one.partition()))
                .toList();
    }

    private static CheckResult failure(OpenTransaction open) {
        TopicPartition partition = open.partition();
        return CheckResult.fail(
                "partition " + partition + " waits at offset " + open.startOffset()
                        + " for the end of a transaction that its coordinator has forgotten",
                "end it: hebb kafka transactions abort --topic " + partition.topic() + " --partition "
                        + partition.partition() + " --start-offset " + open.startOffset());
    }

    private static Set<TopicPartition> partitions(CheckContext context)
            throws ExecutionException, InterruptedException {
        Admin admin = context.admin();
        TopicNames topics = context.connection().topics();
        String internal = context.config().applicationId() + "-";
        Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
                .filter(name -> topics.all().contains(name) || name.startsWith(internal) || name.equals(OFFSETS))
                .collect(Collectors.toSet());
        Set<TopicPartition> partitions = new HashSet<>();
        for (TopicDescription topic :
                admin.describeTopics(names).allTopicNames().get().values()) {
            topic.partitions().forEach(each -> partitions.add(new TopicPartition(topic.name(), each.partition())));
        }
        return partitions;
    }

    private static Set<TopicPartition> partitionsOf(List<OpenTransaction> open) {
        return open.stream().map(OpenTransaction::partition).collect(Collectors.toSet());
    }

    /** Without those of partitions that we may not read. */
    private static List<OpenTransaction> open(Admin admin, Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        DescribeProducersResult described = admin.describeProducers(partitions);
        List<OpenTransaction> open = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            try {
                for (ProducerState producer :
                        described.partitionResult(partition).get().activeProducers()) {
                    producer.currentTransactionStartOffset()
                            .ifPresent(start -> open.add(new OpenTransaction(partition, producer.producerId(), start)));
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof AuthorizationException)) {
                    throw e;
                }
            }
        }
        return open;
    }

    /** The partitions that coordinators count in, by producer. */
    private static Map<Long, Set<TopicPartition>> known(Admin admin, List<OpenTransaction> open)
            throws ExecutionException, InterruptedException {
        Set<Long> producers = open.stream().map(OpenTransaction::producerId).collect(Collectors.toSet());
        List<String> ids =
                admin.listTransactions(new ListTransactionsOptions().filterProducerIds(producers)).all().get().stream()
                        .map(TransactionListing::transactionalId)
                        .toList();
        Map<Long, Set<TopicPartition>> known = new HashMap<>();
        for (TransactionDescription transaction :
                admin.describeTransactions(ids).all().get().values()) {
            known.put(transaction.producerId(), transaction.topicPartitions());
        }
        return known;
    }
}
