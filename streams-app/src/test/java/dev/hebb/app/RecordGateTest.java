package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.processor.SpikeRuns;
import dev.hebb.schema.ControlEvent;
import dev.hebb.serde.SchemaGate;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests with Kafka's own consumer in memory, and the client library's own registry, which can be away. */
class RecordGateTest {
    private static final TopicPartition ONE = new TopicPartition("spikes", 0);
    private static final TopicPartition OTHER = new TopicPartition("spikes", 1);
    private static final int NO_SUCH_ID = 77;

    private final AwayRegistry registry = new AwayRegistry();
    private final SchemaGate schemas = new SchemaGate(registry);
    private final ConcurrentHashMap<TopicPartition, RecordGate.Waiting> waiting = new ConcurrentHashMap<>();
    private final RecordGate gate = new RecordGate(schemas, Set.of("spikes"), waiting);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> received = new ArrayList<>();

    private static final class AwayRegistry extends MockSchemaRegistryClient {
        private volatile boolean away;

        @Override
        public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
            if (away) {
                throw new ConnectException("away");
            }
            return super.getSchemaById(id);
        }
    }

    @BeforeEach
    void assign() {
        consumer.assign(List.of(ONE, OTHER));
        consumer.updateBeginningOffsets(Map.of(ONE, 0L, OTHER, 0L));
    }

    @AfterEach
    void close() {
        schemas.close();
    }

    @Test
    void onlyThePartitionOfAnUnknownIdWaitsForTheRegistry() throws IOException, RestClientException {
        // Given
        int known = registry.register("control-value", new AvroSchema(ControlEvent.getClassSchema()));
        send(ONE, 0, known);
        poll();
        registry.away = true;

        // When
        send(ONE, 1, known);
        send(ONE, 2, NO_SUCH_ID);
        send(ONE, 3, known);
        send(OTHER, 0, known);
        ConsumerRecords<byte[], byte[]> polled = poll();
        send(OTHER, 1, known);
        poll();

        // Then
        assertThat(received).containsExactlyInAnyOrder("spikes-0:0", "spikes-0:1", "spikes-1:0", "spikes-1:1");
        assertThat(polled.nextOffsets().get(ONE)).isEqualTo(new OffsetAndMetadata(2, Optional.empty(), ""));
        assertThat(waiting.values())
                .extracting(RecordGate.Waiting::toString)
                .containsExactly("spikes-0 waits at offset 2: the schema registry does not answer which schema has the"
                        + " id 77");

        // When
        registry.away = false;

        // Then the record is given to the task, which rejects it, and all that follow
        send(ONE, 2, NO_SUCH_ID);
        send(ONE, 3, known);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            poll();
            return waiting.isEmpty();
        });
        poll();
        assertThat(received)
                .filteredOn(each -> each.startsWith("spikes-0"))
                .containsExactly("spikes-0:0", "spikes-0:1", "spikes-0:2", "spikes-0:3");
    }

    @Test
    void passesWhatIsNoAvroAndTopicsWithoutSchemas() {
        // Given
        registry.away = true;
        TopicPartition frames = new TopicPartition("frames", 0);
        consumer.assign(List.of(ONE, frames));
        consumer.updateBeginningOffsets(Map.of(ONE, 0L, frames, 0L));

        // When
        consumer.addRecord(new ConsumerRecord<>("spikes", 0, 0, null, new byte[] {1, 2}));
        consumer.addRecord(new ConsumerRecord<>("spikes", 0, 1, null, null));
        send(frames, 0, NO_SUCH_ID);
        poll();

        // Then
        assertThat(received).containsExactlyInAnyOrder("spikes-0:0", "spikes-0:1", "frames-0:0");
    }

    @Test
    void singleSpikesThatWereJoinedWaitTogether() {
        // Given: spikes of one millisecond, and others with another id behind them
        registry.away = true;
        SpikeRuns runs = new SpikeRuns();
        runs.configure(Map.of(SpikeRuns.TOPIC_CONFIG, "spikes"));
        send(ONE, 0, NO_SUCH_ID);
        send(ONE, 1, NO_SUCH_ID);
        send(ONE, 2, NO_SUCH_ID + 1);
        send(ONE, 3, NO_SUCH_ID + 1);

        // When
        ConsumerRecords<byte[], byte[]> joined = runs.onConsume(consumer.poll(Duration.ZERO));
        ConsumerRecords<byte[], byte[]> passed = gate.pass(joined, consumer);

        // Then
        assertThat(joined.records(ONE)).extracting(ConsumerRecord::offset).containsExactly(0L, 2L);
        assertThat(passed.records(ONE)).isEmpty();
        assertThat(consumer.position(ONE)).isZero();
        assertThat(waiting.get(ONE))
                .hasToString("spikes-0 waits at offset 0: the schema registry does not answer"
                        + " which schema has the id 77");
    }

    @Test
    void aConsumerThatIsClosedHoldsNothing() {
        // Given
        registry.away = true;
        send(ONE, 0, NO_SUCH_ID);
        poll();
        assertThat(waiting).containsOnlyKeys(ONE);

        // When
        gate.close();

        // Then
        assertThat(waiting).isEmpty();
    }

    @Test
    void whatTheNextConsumerHoldsStaysSaid() {
        // Given: a partition that moves to another consumer of the instance, which holds it first
        registry.away = true;
        send(ONE, 0, NO_SUCH_ID);
        poll();
        MockConsumer<byte[], byte[]> next = new MockConsumer<>("earliest");
        next.assign(List.of(ONE));
        next.updateBeginningOffsets(Map.of(ONE, 0L));
        next.addRecord(new ConsumerRecord<>(ONE.topic(), ONE.partition(), 0, null, value(NO_SUCH_ID)));
        new RecordGate(schemas, Set.of("spikes"), waiting).pass(next.poll(Duration.ZERO), next);

        // When
        consumer.assign(List.of(OTHER));
        poll();

        // Then
        assertThat(waiting).containsOnlyKeys(ONE);
    }

    private void send(TopicPartition to, long offset, int id) {
        consumer.addRecord(new ConsumerRecord<>(to.topic(), to.partition(), offset, null, value(id)));
    }

    private static byte[] value(int id) {
        return ByteBuffer.allocate(6).put((byte) 0).putInt(id).array();
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        gate.release(consumer);
        ConsumerRecords<byte[], byte[]> passed = gate.pass(consumer.poll(Duration.ZERO), consumer);
        passed.forEach(record -> received.add(record.topic() + "-" + record.partition() + ":" + record.offset()));
        return passed;
    }
}
