package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.client.Subjects;
import dev.hebb.client.TopicDifference;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicProvisioner;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One stack for all: starting it is what takes the time, so the steps of its life are tested in their order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalStackIT {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;
    private static final int PARTITIONS = 3;

    private static TemporaryStack temporary;
    private static LocalStack stack;

    @BeforeAll
    static void startOnce() throws Exception {
        temporary = TemporaryStack.start();
        stack = temporary.stack();
    }

    @AfterAll
    static void stop() {
        temporary.close();
        assertThat(stack.directory().root()).doesNotExist();
        assertThat(Shutdown.running(stack.directory())).isEmpty();
    }

    @Test
    @Order(1)
    void createsTopicsAndRegistersSchemas() throws Exception {
        // When
        TopicProvisioner.Provisioned outcome = stack.provision(TOPICS, PARTITIONS);

        // Then
        assertThat(outcome.created()).containsExactlyInAnyOrderElementsOf(TOPICS.all());
        assertThat(outcome.differences()).isEmpty();
        assertThat(stack.connection().registry().getAllSubjects())
                .containsAll(Subjects.all(TOPICS).keySet());
        assertThat(stack.connection().registry().getCompatibility("spikes-value"))
                .isEqualTo("BACKWARD");
    }

    @Test
    @Order(1)
    void severalInstancesMayProvisionAtOnce() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 5; round++) {
                // Given
                TopicNames topics = new TopicNames("at-once-" + round + ".");

                // When
                List<Future<TopicProvisioner.Provisioned>> outcomes =
                        instances.invokeAll(Collections.nCopies(4, () -> stack.provision(topics, PARTITIONS)));

                // Then
                for (Future<TopicProvisioner.Provisioned> outcome : outcomes) {
                    assertThat(outcome.get().differences()).isEmpty();
                }
                for (String subject : Subjects.all(topics).keySet()) {
                    assertThat(stack.connection().registry().getAllVersions(subject))
                            .containsExactly(1);
                    assertThat(stack.connection().registry().getCompatibility(subject))
                            .isEqualTo("BACKWARD");
                }
            }
        } finally {
            instances.shutdownNow();
        }
    }

    @Test
    @Order(2)
    void provisionsAgainWithoutChange() throws Exception {
        // When
        TopicProvisioner.Provisioned outcome = stack.provision(TOPICS, PARTITIONS);

        // Then
        assertThat(outcome.created()).isEmpty();
        assertThat(outcome.differences()).isEmpty();
    }

    @Test
    @Order(3)
    void saysWhatIsDifferentAboutTopicsAndLeavesThemAlone() throws Exception {
        // Given
        TopicNames others = new TopicNames("other.");
        try (Admin admin = Admin.create(stack.connection().clientProperties())) {
            admin.createTopics(List.of(
                            new NewTopic(others.spikes(), Optional.of(7), Optional.empty()),
                            new NewTopic(others.control(), Optional.of(1), Optional.empty()),
                            new NewTopic(others.dendrites(), Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }

        // When
        TopicProvisioner.Provisioned outcome = stack.provision(others, PARTITIONS);

        // Then
        assertThat(outcome.created()).contains(others.spikesRerouted()).doesNotContain(others.spikes());
        assertThat(outcome.differences())
                .filteredOn(TopicDifference::vital)
                .extracting(TopicDifference::toString)
                .containsExactlyInAnyOrder(
                        "topic other.dendrites has cleanup.policy=delete, the plan is compact",
                        "topic other.spikes and its companions must have one number of partitions, and have "
                                + "other.spikes 7, other.control 1");
        assertThat(outcome.differences())
                .extracting(TopicDifference::toString)
                .contains("topic other.spikes has 7 partitions, the plan is 3");
    }

    @Test
    @Order(3)
    void isFoundByItsAddresses() {
        assertThat(StackAddresses.ofRunning(stack.directory()))
                .contains(new StackAddresses(stack.bootstrapServers(), stack.schemaRegistry(), null));
    }

    @Test
    @Order(4)
    void refusesASecondStackInItsDirectory() {
        assertThatThrownBy(() -> new LocalStack(stack.directory(), StackPorts.free()).start())
                .isInstanceOf(StillRunningException.class)
                .hasMessageContainingAll(
                        "a stack runs already in " + stack.directory().root(), "Kafka broker, process ");
    }

    @Test
    @Order(5)
    void keepsTransactionsAndSchemasWhenKilled() throws Exception {
        // Given
        SchemaMetadata schema = stack.connection().registry().getLatestSchemaMetadata("pruning-events-value");
        try (Producer<String, String> producer = producer()) {
            producer.initTransactions();
            send(producer, List.of("a", "b"));
            producer.commitTransaction();
            send(producer, List.of("never committed"));
            producer.flush();

            // When
            stack.kill(Service.BROKER);
            stack.kill(Service.REGISTRY);
            stack.restart(Service.BROKER, Service.REGISTRY);
        }

        // Then
        try (Producer<String, String> producer = producer()) {
            producer.initTransactions();
            send(producer, List.of("c"));
            producer.commitTransaction();
        }
        assertThat(committed(3)).containsExactly("a", "b", "c");
        assertThat(stack.connection().registry().getLatestSchemaMetadata("pruning-events-value"))
                .extracting(SchemaMetadata::getId, SchemaMetadata::getSchema)
                .containsExactly(schema.getId(), schema.getSchema());
        assertThat(stack.provision(TOPICS, PARTITIONS).created()).isEmpty();
    }

    private static Producer<String, String> producer() {
        Map<String, Object> settings = stack.connection().clientProperties();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static void send(Producer<String, String> producer, List<String> values) throws Exception {
        producer.beginTransaction();
        for (String value : values) {
            producer.send(new ProducerRecord<>(TOPICS.control(), "network", value))
                    .get();
        }
    }

    private static List<String> committed(int count) {
        Map<String, Object> settings = stack.connection().clientProperties();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "test");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<String> values = new ArrayList<>();
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPICS.control()));
            for (int polls = 0; polls < 60 && values.size() < count; polls++) {
                for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(read.value());
                }
            }
        }
        return values;
    }
}
