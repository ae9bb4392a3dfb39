package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReadException;
import dev.hebb.client.TopicReader;
import dev.hebb.client.TopicReader.Start;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.serde.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Whole topics of a real broker: what is not committed does not exist, and every end can be reached. */
class TopicReaderIT {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration NOW = Duration.ofMillis(500);

    private static TemporaryStack temporary;
    private static Connection connection;

    private final String topic;
    private final Producer<String, String> producer;

    @BeforeAll
    static void start() throws Exception {
        temporary = TemporaryStack.start();
        connection = temporary.stack().connection();
    }

    @AfterAll
    static void stop() {
        temporary.close();
    }

    TopicReaderIT(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName();
        Map<String, Object> config = connection.clientProperties();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic);
        producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    @BeforeEach
    void createTopic() throws Exception {
        producer.initTransactions();
        try (Admin admin = Admin.create(connection.clientProperties())) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void readsWhatIsCommittedToAnEndThatIsATransactionMarker() {
        // Given
        commit("a", "b");
        abort("c");
        // When
        List<String> read = new ArrayList<>();
        boolean finished;
        try (TopicReader<String> reader = TopicReader.open(connection, Start.BEGINNING, topic)) {
            finished = reader.readToEnd(SOON, value -> read.add(text(value.value())));
        }
        // Then
        assertThat(finished).isTrue();
        assertThat(read).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void fromTheEndOnlyWhatIsCommittedLaterIsRead() {
        // Given
        commit("old");
        List<String> read = new ArrayList<>();
        try (TopicReader<String> reader = TopicReader.open(connection, Start.END, topic)) {
            // When
            boolean wasAtEnd = reader.isAtEnd();
            commit("new");
            long begin = System.nanoTime();
            while (read.isEmpty() && System.nanoTime() - begin < SOON.toNanos()) {
                reader.poll(NOW, value -> read.add(text(value.value())));
            }
            // Then
            assertThat(wasAtEnd).isTrue();
            assertThat(read).containsExactly("new");
        }
    }

    @Test
    void anOpenTransactionIsWrittenAndNotYetReached() throws Exception {
        // Given
        producer.beginTransaction();
        send("a");
        producer.flush();
        List<String> read = new ArrayList<>();
        try (TopicReader<String> reader = TopicReader.open(connection, Start.BEGINNING, topic);
                Admin admin = Admin.create(connection.clientProperties())) {
            // When
            Map<TopicPartition, Long> written = reader.writtenEnds(admin);
            boolean atCommittedEnd = reader.readToEnd(SOON, value -> read.add(text(value.value())));
            boolean reachedBefore = reader.hasReached(written);
            producer.commitTransaction();
            long begin = System.nanoTime();
            while (!reader.hasReached(written) && System.nanoTime() - begin < SOON.toNanos()) {
                reader.poll(NOW, value -> read.add(text(value.value())));
            }
            // Then
            assertThat(atCommittedEnd).isTrue();
            assertThat(reachedBefore).isFalse();
            assertThat(read).containsExactly("a");
        }
    }

    @Test
    void readsSomePartitionsAndTheOthersLater() {
        // Given
        commit("a", "b", "c", "d", "e", "f");
        TopicPartition wanted = new TopicPartition(topic, 0);
        List<Integer> first = new ArrayList<>();
        List<Integer> later = new ArrayList<>();
        try (TopicReader<byte[]> reader = TopicReader.openBinary(connection, Start.BEGINNING, List.of(topic))) {
            Map<TopicPartition, Long> end = Map.of(wanted, reader.ends().getOrDefault(wanted, -1L));
            // When
            while (!reader.hasReached(end)) {
                reader.poll(NOW, List.of(wanted), read -> first.add(read.partition()));
            }
            boolean finished = reader.readToEnd(SOON, read -> later.add(read.partition()));
            // Then
            assertThat(reader.ends()).hasSize(2);
            assertThat(finished).isTrue();
            assertThat(first).isNotEmpty().containsOnly(0);
            assertThat(later).isNotEmpty().containsOnly(1);
            assertThat(first.size() + later.size()).isEqualTo(6);
        }
    }

    @Test
    void readsOnePartitionFromAnOffsetOn() {
        // Given
        commit("a", "b", "c", "d", "e", "f");
        TopicPartition partition = new TopicPartition(topic, 1);
        List<String> keys = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        // When
        try (TopicReader<byte[]> reader = TopicReader.openBinary(connection, Map.of(partition, 1L))) {
            boolean finished = reader.readToEnd(SOON, read -> {
                keys.add(text(read.key()));
                offsets.add(read.offset());
            });
            // Then
            assertThat(finished).isTrue();
            assertThat(reader.ends()).containsOnlyKeys(partition);
        }
        assertThat(offsets).startsWith(1L);
        assertThat(keys).allMatch(key -> key.startsWith("key-"));
    }

    @Test
    void aWaitIsBounded() {
        // Given
        commit("a");
        try (TopicReader<String> reader = TopicReader.open(connection, Start.BEGINNING, topic)) {
            // When
            boolean finished = reader.readToEnd(Duration.ofNanos(-1), value -> {});
            // Then
            assertThat(finished).isFalse();
        }
    }

    @Test
    void errorsNameTheTopic() {
        // Given
        commit("no Avro");
        RecordDecoder<NetworkWindow> decoder =
                new RecordDecoder<>(connection.registry(), NetworkWindow.getClassSchema());
        try (TopicReader<String> reader = TopicReader.open(connection, Start.BEGINNING, topic)) {
            // When, Then
            assertThatThrownBy(() -> reader.readToEnd(SOON, decoder.values(window -> {})))
                    .isInstanceOf(UnreadableRecordException.class)
                    .hasMessageStartingWith(topic + ", partition ")
                    .hasMessageContaining(", offset 0 cannot be read: ");
        }
        assertThatThrownBy(() -> TopicReader.open(connection, Start.BEGINNING, "nowhere"))
                .isInstanceOf(TopicReadException.class)
                .hasMessageContaining("there is no topic nowhere at " + connection.bootstrapServers());
    }

    private void commit(String... values) {
        producer.beginTransaction();
        List.of(values).forEach(this::send);
        producer.commitTransaction();
    }

    private void abort(String value) {
        producer.beginTransaction();
        send(value);
        producer.flush();
        producer.abortTransaction();
    }

    private void send(String value) {
        var sent = producer.send(new ProducerRecord<>(topic, "key-" + value, value));
        assertThat(sent).isNotNull();
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
