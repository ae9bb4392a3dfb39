package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.Subjects;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.Spike;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Records without time stamp, on a topic of spikes whose records have those of their producers. */
@Execution(ExecutionMode.CONCURRENT)
class RecordTimeIT {
    private static final byte[] NETWORK = "timeless".getBytes(StandardCharsets.UTF_8);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final long WINDOW_MICROS = 10_000_000;

    private final Connection connection = SharedStack.connection("record-time.");

    /** Kafka's Java producer refuses such records, and brokers do not. */
    private static final class Timeless extends ProducerRecord<byte[], byte[]> {
        Timeless(String topic, byte[] value) {
            super(topic, NETWORK, value);
        }

        @Override
        public Long timestamp() {
            return ConsumerRecord.NO_TIMESTAMP;
        }
    }

    @Test
    void areCounted(@TempDir Path directory) throws Exception {
        // Given
        createTopicWithTimesOfProducers();
        Topics.provisioned(connection, 1);
        AvroEncoder<Object> spikes =
                AvroEncoder.register(connection.registry(), connection.topics().spikes() + "-value", Subjects.SPIKES);
        try (AppProcess app = new AppProcess(connection, Map.of(), directory);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        connection.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            // When
            for (byte[] value : List.of(
                    spikes.encode(new Spike("timeless", 1, 5L)),
                    spikes.encode(new SpikeBatch("timeless", WINDOW_MICROS, List.of(), List.of())))) {
                assertThat(producer.send(new Timeless(connection.topics().spikes(), value))
                                .get()
                                .timestamp())
                        .isEqualTo(ConsumerRecord.NO_TIMESTAMP);
            }
            app.start();

            // Then
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .failFast("the app has ended", app::hasEnded)
                    .untilAsserted(() -> assertThat(new Topics(connection)
                                    .<NetworkWindow>read(
                                            connection.topics().networkWindows(), NetworkWindow.getClassSchema()))
                            .extracting(NetworkWindow::getNetworkSpikes)
                            .containsExactly(1L));
            assertThat(app.log()).doesNotContain("a stream thread died");
        }
    }

    private void createTopicWithTimesOfProducers() throws Exception {
        NewTopic spikes = new NewTopic(connection.topics().spikes(), 1, (short) 1)
                .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime"));
        try (Admin admin = Admin.create(connection.clientProperties())) {
            admin.createTopics(List.of(spikes)).all().get();
        }
    }
}
