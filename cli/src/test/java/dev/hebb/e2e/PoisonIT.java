package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.framing.RejectReason;
import dev.hebb.schema.NetworkWindow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends everything that can be wrong with a record, among good spikes. The stream goes on in a small heap, the counts
 * of the good ones are exact, and each refusal says which record it was and why.
 */
class PoisonIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final int SHARDS = 2;

    @Test
    void nothingStopsTheStreamAndEveryRefusalIsAccountedFor(@TempDir Path directory) throws Exception {
        // Given
        Connection connection = Topics.provisioned(SharedStack.connection("poison."), 2);
        Topics topics = new Topics(connection);
        Map<String, String> settings = Map.of(
                "shards", Integer.toString(SHARDS),
                "framing.limits.neurons", Integer.toString(Poison.MOST_NEURONS));
        try (AppProcess app = new AppProcess(connection, settings, directory);
                Poison poison = new Poison(connection)) {
            app.start();

            // When
            poison.pour(directory.resolve("good.csv"), directory.resolve("loud.csv"));

            // Then
            awaitLastWindow(topics, connection, Poison.GOOD, Poison.LAST_WINDOW, app);
            awaitLastWindow(topics, connection, Poison.LOUD, Poison.LOUD_LAST_WINDOW, app);
            awaitRefusals(topics, connection, poison.refusals(), app);
            assertThat(CountsByCell.of(topics, connection, Poison.GOOD))
                    .isEqualTo(BruteForce.count(directory.resolve("good.csv")));
            assertThat(CountsByCell.of(topics, connection, Poison.LOUD))
                    .isEqualTo(BruteForce.count(directory.resolve("loud.csv")));
            refusalsNameWhatWasSent(topics, connection, poison);
            assertThat(app.log()).doesNotContain("OutOfMemory");
            // The registry's client logs schemas that are not its own.
            assertThat(app.log().lines().filter(line -> line.contains("ERROR")))
                    .allMatch(line -> line.contains("CachedSchemaRegistryClient Invalid schema type JSON"));
        }
    }

    private static void awaitLastWindow(
            Topics topics, Connection connection, String network, long window, AppProcess app) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofSeconds(1))
                .failFast("the app has ended", app::hasEnded)
                .untilAsserted(() -> assertThat(topics
                                .<NetworkWindow>read(
                                        connection.topics().networkWindows(), NetworkWindow.getClassSchema())
                                .stream()
                                .filter(closed -> closed.getNetwork().equals(network))
                                .filter(closed -> closed.getWindow() == window))
                        .as("shards of %s that closed window %s", network, window)
                        .hasSize(SHARDS));
    }

    private static void awaitRefusals(
            Topics topics, Connection connection, Map<RejectReason, Integer> expected, AppProcess app) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofSeconds(1))
                .failFast("the app has ended", app::hasEnded)
                .untilAsserted(
                        () -> assertThat(byReason(refusals(topics, connection))).isEqualTo(expected));
    }

    private static List<ConsumerRecord<String, byte[]>> refusals(Topics topics, Connection connection) {
        return topics.records(connection.topics().rejectedSpikes());
    }

    private static Map<RejectReason, Integer> byReason(List<ConsumerRecord<String, byte[]>> refusals) {
        return refusals.stream()
                .map(ConsumerRecord::headers)
                .collect(Collectors.toMap(
                        headers -> RejectReason.valueOf(text(headers, "reason")),
                        headers -> Integer.parseInt(text(headers, "count")),
                        Integer::sum,
                        TreeMap::new));
    }

    private static void refusalsNameWhatWasSent(Topics topics, Connection connection, Poison poison) {
        for (ConsumerRecord<String, byte[]> refusal : refusals(topics, connection)) {
            Headers headers = refusal.headers();
            String place = text(headers, "topic") + "-" + text(headers, "partition") + "@" + text(headers, "offset");
            assertThat(poison.bad()).as(text(headers, "detail")).containsKey(place);
            assertThat(refusal.value()).as(place).isEqualTo(poison.bad().get(place));
            assertThat(text(headers, "detail")).as(place).isNotBlank();
        }
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
