package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.produce.Speed;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A rolling upgrade and a roll-back under load: three instances of another build are replaced by the present one, one
 * after the other, and then replaced back. The outputs are those of an undisturbed run of the present build.
 *
 * <p>The other build is the present one too, so that the procedure is tested; {@code ./hebb-upgrade DIRECTORY} takes
 * that of another checkout, and compares only what is counted if that learns in another way.
 */
@Execution(ExecutionMode.CONCURRENT)
class UpgradeIT {
    private static final int INSTANCES = 3;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final boolean LEARNS_ALIKE = !Boolean.getBoolean("hebb.upgrade.counts-only");
    private static final List<String> COUNTED = List.of("co-firing", "network-windows");

    /** Of a window, what does not depend on what was learned. */
    private static final List<String> COUNTED_OF_WINDOW = List.of(
            "network",
            "shard",
            "shards",
            "window",
            "start",
            "end",
            "observedMicros",
            "networkSpikes",
            "spikes",
            "neurons",
            "pairs");

    private static final String PRESENT = System.getProperty("java.class.path");

    private final Path directory;
    private final FastLife life;

    UpgradeIT(@TempDir Path directory) {
        this.directory = directory;
        life = new FastLife(SharedStack.connection("upgrade."), CalmLife.SHARDS);
    }

    @Test
    void instancesThatAreUpgradedAndRolledBackInTurnChangeNothing() throws Exception {
        // Given
        life.provision();
        String other = other();
        try (Instances instances = new Instances(life, INSTANCES, directory)) {
            instances.all().forEach(app -> app.of(other));
            instances.start();

            // When
            Background.during(() -> life.send(new Speed(4)), () -> {
                life.awaitWindow(10, instances.array());
                roll(instances, PRESENT);
                if (!Boolean.getBoolean("hebb.upgrade.forward-only")) {
                    roll(instances, other);
                }
            });
            life.awaitWindow(FastLife.LAST_WINDOW, instances.array());

            // Then
            JsonNode calm = CalmLife.readable();
            Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertOutputs(calm));
        }
    }

    private void roll(Instances instances, String classPath) throws IOException {
        for (AppProcess app : instances.all()) {
            app.stop();
            app.of(classPath).start();
            instances.awaitAllReady();
            life.awaitFurther(instances.array());
        }
    }

    /** An older build may write records with fewer fields. */
    private void assertOutputs(JsonNode calm) throws Exception {
        ObjectNode outputs = new ReadableOutputs(life.connection()).read();
        if (!LEARNS_ALIKE) {
            outputs.path("network-windows")
                    .forEach(windows -> windows.forEach(window -> ((ObjectNode) window).retain(COUNTED_OF_WINDOW)));
        }
        for (String topic : LEARNS_ALIKE ? FastLife.TOPICS : COUNTED) {
            JsonNode expected = calm.path(topic);
            assertThat(keys(outputs.path(topic))).as(topic).isEqualTo(keys(expected));
            assertThat(ReadableOutputs.differences(outputs.path(topic), expected))
                    .as(topic)
                    .isEmpty();
        }
    }

    private static Set<String> keys(JsonNode topic) {
        Set<String> keys = new TreeSet<>();
        topic.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Jars as the launcher of a checkout takes them: our own first. */
    private static String other() throws IOException {
        String checkout = System.getProperty("hebb.other.build");
        if (checkout == null) {
            return PRESENT;
        }
        Path target = Path.of(checkout, "cli", "target");
        return Stream.concat(jars(target, "cli-*.jar"), jars(target.resolve("lib"), "*.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> jars(Path directory, String pattern) throws IOException {
        try (var jars = Files.newDirectoryStream(directory, pattern)) {
            Stream.Builder<String> paths = Stream.builder();
            jars.forEach(jar -> paths.add(jar.toAbsolutePath().toString()));
            return paths.build().sorted();
        }
    }
}
