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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A live network whose time follows the wall clock when it is silent, and whose records wait for the registry for a
 * while: what it fires in that time is not late.
 */
@Execution(ExecutionMode.CONCURRENT)
class IdleNetworkIT {
    private static final String NETWORK = "live";
    private static final String APPLICATION = "idle-app";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration AWAY = Duration.ofSeconds(4);
    private static final long WINDOW_MICROS = 60_000_000;
    private static final int NO_SUCH_ID = 987_654_322;

    private final Connection connection = SharedStack.connection("idle.");
    private final int registryPort = URI.create(connection.schemaRegistry()).getPort();

    @Test
    void whatIsFiredWhileThePartitionWaitsIsNotLate(@TempDir Path directory) throws Exception {
        // Given: a network that has fired
        Topics.provisioned(connection, 1);
        List<Integer> ports = FreePorts.of(2);
        CutProxy registry = new CutProxy(ports.get(0), registryPort);
        AvroEncoder<Object> spikes =
                AvroEncoder.register(connection.registry(), connection.topics().spikes() + "-value", Subjects.SPIKES);
        try (AppProcess app = new AppProcess(through(ports.get(0)), settings(ports.get(1)), directory);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        connection.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            app.start();
            send(producer, spikes.encode(new Spike(NETWORK, 1, 0L)));
            send(producer, spikes.encode(new SpikeBatch(NETWORK, 1L, List.of(), List.of())));
            awaitHandled(app, 2);
            long handledNanos = System.nanoTime();

            // When: its partition waits, and the wall clock goes on
            registry.close();
            send(
                    producer,
                    ByteBuffer.allocate(20).put((byte) 0).putInt(NO_SUCH_ID).array());
            await(app).untilAsserted(() -> assertThat(
                            new ReadyAnswers().of(ports.get(1)).path("waiting").toString())
                    .contains("schema has the id " + NO_SUCH_ID));
            long micros = (System.nanoTime() - handledNanos) / 1_000;
            send(producer, spikes.encode(new Spike(NETWORK, 2, micros)));
            Thread.sleep(AWAY.toMillis());
            CutProxy back = new CutProxy(ports.get(0), registryPort);
            send(producer, spikes.encode(new SpikeBatch(NETWORK, WINDOW_MICROS, List.of(), List.of())));

            // Then
            await(app).untilAsserted(() -> assertThat(new Topics(connection)
                            .<NetworkWindow>read(connection.topics().networkWindows(), NetworkWindow.getClassSchema()))
                    .extracting(NetworkWindow::getNetworkSpikes)
                    .containsExactly(2L));
            back.close();
        }
    }

    private Connection through(int port) {
        return new Connection(
                connection.bootstrapServers(),
                connection.schemaRegistry().replace(":" + registryPort, ":" + port),
                connection.properties(),
                connection.topics());
    }

    private static Map<String, String> settings(int httpPort) {
        return Map.of(
                "framing.idle-timeout-millis",
                "500",
                "window-micros",
                Long.toString(WINDOW_MICROS),
                "judge-every-windows",
                "2",
                "streams.application-id",
                APPLICATION,
                "http.port",
                Integer.toString(httpPort));
    }

    private static ConditionFactory await(AppProcess app) {
        return Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .failFast("the app has ended", app::hasEnded);
    }

    private void send(KafkaProducer<byte[], byte[]> producer, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(
                        connection.topics().spikes(), NETWORK.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    private void awaitHandled(AppProcess app, long records) {
        TopicPartition spikes = new TopicPartition(connection.topics().spikes(), 0);
        try (Admin admin = Admin.create(connection.clientProperties())) {
            await(app).ignoreExceptions().until(() -> {
                OffsetAndMetadata committed = admin.listConsumerGroupOffsets(
                                connection.topics().prefix() + APPLICATION)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(spikes);
                return committed != null && committed.offset() == records;
            });
        }
    }
}
