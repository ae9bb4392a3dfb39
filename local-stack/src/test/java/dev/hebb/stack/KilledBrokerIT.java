package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A broker that is killed while transactions are being committed; with so many, some always are. */
class KilledBrokerIT {
    private static final Logger LOG = LoggerFactory.getLogger(KilledBrokerIT.class);
    private static final TopicNames TOPICS = TopicNames.DEFAULT;
    private static final int PARTITIONS = 4;
    private static final int PRODUCERS = 12;
    private static final Duration BUSY = Duration.ofSeconds(3);

    @Test
    void leavesNoTransactionOpen() throws Exception {
        try (TemporaryStack temporary = TemporaryStack.start()) {
            LocalStack stack = temporary.stack();
            stack.provision(TOPICS, PARTITIONS);

            // When
            whileBusy(stack.connection(), () -> stack.kill(Service.BROKER));
            stack.restart(Service.BROKER);

            // Then
            assertNothingIsOpen(stack.connection());
        }
    }

    @Test
    void leavesNoTransactionOpenAsComposed(@TempDir Path directory) throws Exception {
        try (ComposedBroker broker = new ComposedBroker(directory)) {
            broker.start();
            try (Admin admin = Admin.create(broker.connection().clientProperties())) {
                new TopicProvisioner(admin).provision(TopicPlan.all(TOPICS, PARTITIONS));
            }

            // When
            whileBusy(broker.connection(), broker::kill);
            broker.start();
            assertThat(broker.loggedByControllerAlone()).contains("Fencing broker ");

            // Then
            assertNothingIsOpen(broker.connection());
        }
    }

    /** What was begun is aborted by the producers' successors, what was being committed is complete. */
    private static void assertNothingIsOpen(Connection connection) throws Exception {
        for (int id = 0; id < PRODUCERS; id++) {
            try (Producer<String, String> successor = producer(connection, id)) {
                successor.initTransactions();
            }
        }
        try (Admin admin = Admin.create(connection.clientProperties())) {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(ends(admin, IsolationLevel.READ_COMMITTED))
                            .isEqualTo(ends(admin, IsolationLevel.READ_UNCOMMITTED)));
        }
    }

    /** What is done to the broker. */
    @FunctionalInterface
    private interface Deed {
        void run() throws Exception;
    }

    private static void whileBusy(Connection connection, Deed deed) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Producer<String, String>> producers = new ArrayList<>();
        try {
            for (int id = 0; id < PRODUCERS; id++) {
                Producer<String, String> producer = producer(connection, id);
                producers.add(producer);
                threads.execute(() -> commitOnAndOn(producer));
            }
            Thread.sleep(BUSY.toMillis());
            deed.run();
        } finally {
            threads.shutdownNow();
            producers.forEach(producer -> producer.close(Duration.ZERO));
        }
    }

    /** Until the thread is interrupted or the broker is gone. */
    private static void commitOnAndOn(Producer<String, String> producer) {
        try {
            producer.initTransactions();
            while (true) {
                producer.beginTransaction();
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    var unused = producer.send(new ProducerRecord<>(TOPICS.spikes(), partition, "network", "value"));
                }
                producer.commitTransaction();
            }
        } catch (KafkaException | IllegalStateException ended) {
            LOG.debug("Interrupted or closed, as the test means it to be", ended);
        }
    }

    private static Producer<String, String> producer(Connection connection, int id) {
        Map<String, Object> settings = connection.clientProperties();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "busy-" + id);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static Map<TopicPartition, Long> ends(Admin admin, IsolationLevel isolation) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPICS.spikes(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : admin.listOffsets(
                        latest, new ListOffsetsOptions(isolation))
                .all()
                .get()
                .entrySet()) {
            ends.put(end.getKey(), end.getValue().offset());
        }
        return ends;
    }
}
