package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.TopicNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what {@code replay --wait} says about the spikes that the pipeline took, with a running app. */
class TakenIT {
    private static Scene scene;

    private final Path folder;

    TakenIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        scene = new Scene(SharedStack.get(), "taken", Map.of("shards", "2")).start();
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void aRecordingThatIsReplayedTwiceIsNotTakenTwice() throws IOException {
        // Given
        StringBuilder text = new StringBuilder("neuron,time_us\n");
        for (int k = 0; k < 5_000; k++) {
            text.append(k % 20).append(',').append(k * 10_000L).append('\n');
        }
        Path file = Files.writeString(folder.resolve("minute.csv"), text);
        Path later = Files.writeString(folder.resolve("later.csv"), "neuron,time_us\n3,10000000\n4,70000000\n");

        // When
        CommandRun first = hebb("replay", file.toString(), "--network", "dish", "--wait");
        CommandRun again = hebb("replay", file.toString(), "--network", "dish", "--wait");
        CommandRun part = hebb("replay", later.toString(), "--network", "dish", "--wait");

        // Then
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("dish: every window is closed and committed", "dish: all 5,000 spikes were taken");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("hebb: network dish: 0 of 5,000 spikes were taken; rejected: 5,000 LATE");
        assertThat(again.out()).noneMatch(line -> line.contains("closed and committed"));
        assertThat(part.exitCode()).as(part.err()).isZero();
        assertThat(part.out()).contains("dish: 1 of 2 spikes were taken; rejected: 1 LATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watch pruning --network nosuch --exit-at-end",
                "watch windows --network nosuch --exit-at-end --from-beginning --json",
                "synapses --from-topic --network nosuch",
                "co-firing --network nosuch"
            })
    void aNetworkThatIsNotThereIsAnError(String command) {
        // When
        CommandRun run = hebb(command.split(" "));

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("'nosuch'");
    }

    @Test
    void everyClientReadsTheCompressionOfResults() throws Exception {
        TopicNames topics = scene.connection().topics();
        List<ConfigResource> results = List.of(
                        topics.pruningEvents(),
                        topics.synapseEvents(),
                        topics.networkEvents(),
                        topics.networkWindows(),
                        topics.coFiring(),
                        topics.dendrites(),
                        topics.rejectedSpikes())
                .stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        try (Admin admin = Admin.create(scene.connection().clientProperties())) {
            for (Config config : admin.describeConfigs(results).all().get().values()) {
                assertThat(Objects.requireNonNull(config.get(TopicConfig.COMPRESSION_TYPE_CONFIG))
                                .value())
                        .isEqualTo("gzip");
            }
        }
    }

    private static CommandRun hebb(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--topic-prefix", "taken."));
        return CommandRun.of(SharedStack.get(), scene.url(), line.toArray(String[]::new));
    }
}
