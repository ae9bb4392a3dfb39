package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.Subjects;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.Spike;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.stack.FreePorts;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Single spikes of a schema that no one has asked about, while the registry is away: they wait, and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class RegistryAwayIT {
    private static final String OTHER = "other";
    private static final long WINDOW_MICROS = 10_000_000;
    private static final int NO_SUCH_ID = 987_654_321;
    private static final long ONE_MOMENT_MILLIS = 1_000_000_000_000L;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Connection connection = SharedStack.connection("registry-away.");
    private final int registryPort = URI.create(connection.schemaRegistry()).getPort();

    @Test
    void spikesThatWereJoinedWaitForTheRegistry(@TempDir Path directory) throws Exception {
        // Given: an app that has closed a window of a network
        Topics.provisioned(connection, 2);
        List<Integer> ports = FreePorts.of(2);
        CutProxy registry = new CutProxy(ports.get(0), registryPort);
        Connection through = new Connection(
                connection.bootstrapServers(),
                connection.schemaRegistry().replace(":" + registryPort, ":" + ports.get(0)),
                connection.properties(),
                connection.topics());
        try (AppProcess app = new AppProcess(through, Map.of("http.port", Integer.toString(ports.get(1))), directory);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(inBatches(), new ByteArraySerializer(), new ByteArraySerializer())) {
            app.start();
            int partition = sendWindow(producer, 0);
            await(app).untilAsserted(() -> assertThat(closedWindows()).contains(0L));

            // When
            registry.close();
            Future<RecordMetadata> first = sendUnknown(producer, 1 - partition);
            Future<RecordMetadata> second = sendUnknown(producer, 1 - partition);
            first.get();
            second.get();

            // Then
            await(app).untilAsserted(() -> assertThat(
                            new ReadyAnswers().of(ports.get(1)).path("waiting").toString())
                    .contains("schema has the id " + NO_SUCH_ID));
            sendWindow(producer, 1);
            await(app).untilAsserted(() -> assertThat(closedWindows()).contains(1L));

            // When
            CutProxy back = new CutProxy(ports.get(0), registryPort);

            // Then
            await(app).untilAsserted(() -> assertThat(
                            new Topics(connection).records(connection.topics().rejectedSpikes()))
                    .hasSize(2)
                    .allSatisfy(refusal -> assertThat(
                                    refusal.headers().lastHeader("reason").value())
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo("UNKNOWN_SCHEMA")));
            back.close();
            assertThat(app.log()).doesNotContain("a stream thread died");
        }
    }

    /** What is sent at once is one batch, and polled at once. */
    private Map<String, Object> inBatches() {
        Map<String, Object> properties = connection.clientProperties();
        properties.put("linger.ms", 500);
        return properties;
    }

    private static ConditionFactory await(AppProcess app) {
        return Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .failFast("the app has ended", app::hasEnded);
    }

    /** A spike in a window, and what closes it; returns the partition. */
    private int sendWindow(KafkaProducer<byte[], byte[]> producer, long window) throws Exception {
        AvroEncoder<Object> spikes =
                AvroEncoder.register(connection.registry(), connection.topics().spikes() + "-value", Subjects.SPIKES);
        byte[] spike = spikes.encode(new Spike(OTHER, 1, window * WINDOW_MICROS + 5));
        byte[] end = spikes.encode(new SpikeBatch(OTHER, (window + 1) * WINDOW_MICROS, List.of(), List.of()));
        byte[] network = OTHER.getBytes(StandardCharsets.UTF_8);
        String topic = connection.topics().spikes();
        producer.send(new ProducerRecord<>(topic, network, spike)).get();
        return producer.send(new ProducerRecord<>(topic, network, end)).get().partition();
    }

    /** One like the next, so that the consumer joins them. */
    private Future<RecordMetadata> sendUnknown(KafkaProducer<byte[], byte[]> producer, int partition) {
        byte[] value = ByteBuffer.allocate(20).put((byte) 0).putInt(NO_SUCH_ID).array();
        return producer.send(new ProducerRecord<>(
                connection.topics().spikes(), partition, ONE_MOMENT_MILLIS, new byte[] {'w'}, value));
    }

    private List<Long> closedWindows() {
        return new Topics(connection)
                .<NetworkWindow>read(connection.topics().networkWindows(), NetworkWindow.getClassSchema()).stream()
                        .map(NetworkWindow::getWindow)
                        .toList();
    }
}
