package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.produce.Speed;
import dev.hebb.stack.DataDirectory;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.StackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broker, registry and stores that a version left in the middle of two lives, one in one task and one in three shards:
 * this version starts with a copy of them, goes on with the rest of the spikes, and publishes what that version
 * published in whole lives. {@code -Dhebb.record=VERSION} records a version; {@code docs/upgrade.md} says when.
 */
class RecordedVersionIT {
    private static final Path RECORDED = Path.of("src", "test", "resources", "recorded");
    private static final int[] SHARDS = {1, 3};
    /** Few, for a small recording. */
    private static final int NEURONS = 10;

    private static final long SENT = 70_000_000;
    private static final long STOPPED = 60;
    private static final String OUTPUTS = "outputs.json";

    private final ObjectMapper json = new ObjectMapper();
    private final Path directory;
    private final LocalStack stack;

    RecordedVersionIT(@TempDir Path directory) {
        this.directory = directory;
        stack = new LocalStack(new DataDirectory(directory.resolve("stack")), StackPorts.free());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-recorded"));
    }

    static List<Path> versions() throws IOException {
        try (Stream<Path> files = Files.list(RECORDED)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void goesOnWithWhatAVersionLeft(Path version) throws Exception {
        // Given
        new RecordedDirectory(version).unpack(directory);
        JsonNode whole = json.readTree(directory.resolve(OUTPUTS).toFile());
        List<AppProcess> apps = new ArrayList<>();
        try (stack) {
            stack.start();
            for (int shards : SHARDS) {
                apps.add(app(life(stack, shards)));
            }

            // When
            for (AppProcess app : apps) {
                app.start();
            }
            for (int shards : SHARDS) {
                life(stack, shards).send(Speed.MAX, SENT, FastLife.DURATION);
            }
            for (int i = 0; i < SHARDS.length; i++) {
                life(stack, SHARDS[i]).awaitWindow(FastLife.LAST_WINDOW, apps.get(i));
            }
            apps.forEach(AppProcess::stop);

            // Then
            for (int shards : SHARDS) {
                FastLife life = life(stack, shards);
                JsonNode outputs = new ReadableOutputs(life.connection()).read();
                assertThat(ReadableOutputs.differences(whole.path(Integer.toString(shards)), outputs))
                        .as("%d shards", shards)
                        .isEmpty();
            }
        } finally {
            apps.forEach(AppProcess::close);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "hebb.record", matches = ".+")
    void record() throws Exception {
        try (stack) {
            stack.start();
            for (int shards : SHARDS) {
                FastLife life = life(stack, shards).provision();
                keepForEver(life.connection());
                try (AppProcess app = app(life)) {
                    app.start();
                    life.send(Speed.MAX, 0, SENT);
                    life.awaitWindow(STOPPED, app);
                }
            }
        }
        ObjectNode whole = json.createObjectNode();
        for (int shards : SHARDS) {
            FastLife life = life(SharedStack.get(), shards).provision();
            Path ofWhole = directory.resolve("whole-" + shards);
            try (AppProcess app = new AppProcess(life.connection(), life.settings(), ofWhole)) {
                app.start();
                life.send(Speed.MAX);
                life.awaitWindow(FastLife.LAST_WINDOW, app);
            }
            Utils.delete(ofWhole.toFile());
            ObjectNode outputs = new ReadableOutputs(life.connection()).read();
            assertThat(outputs).as("topics").allSatisfy(topic -> assertThat(topic)
                    .isNotEmpty());
            whole.set(Integer.toString(shards), outputs);
        }
        json.writeValue(directory.resolve(OUTPUTS).toFile(), whole);
        new RecordedDirectory(RECORDED.resolve(System.getProperty("hebb.record") + ".zip.gz")).pack(directory);
    }

    private static FastLife life(LocalStack stack, int shards) {
        return new FastLife(stack.connection().with(new TopicNames("recorded-" + shards + ".")), shards, NEURONS);
    }

    private AppProcess app(FastLife life) {
        return new AppProcess(life.connection(), life.settings(), directory.resolve("app-" + life.shards()));
    }

    /** Else a recording that is older than a week would lose what was not read. */
    private static void keepForEver(Connection connection) throws Exception {
        TopicNames names = connection.topics();
        try (Admin admin = Admin.create(connection.clientProperties())) {
            for (String topic : List.of(names.spikes(), names.spikesRerouted(), names.rejectedSpikes())) {
                admin.incrementalAlterConfigs(Map.of(
                                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                List.of(new AlterConfigOp(
                                        new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "-1"),
                                        AlterConfigOp.OpType.SET))))
                        .all()
                        .get();
            }
        }
    }
}
