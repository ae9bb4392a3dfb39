package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicPlan;
import dev.hebb.stack.StackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An app that is killed comes back, and one of two instances takes over from the other, while a network fires. How long
 * it takes is printed and not judged; {@code -Dhebb.recovery.kills=N} measures N kills of each kind.
 */
class RecoveryIT {
    private static final int KILLS = Integer.getInteger("hebb.recovery.kills", 1);
    private static final int SHARDS = Integer.getInteger("hebb.recovery.shards", 4);
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Duration UNDISTURBED = Duration.ofSeconds(Integer.getInteger("hebb.recovery.seconds", 3));
    private static final Map<String, String> SETTINGS = Map.of(
            "window-micros", "1000000",
            "judge-every-windows", "10",
            "shards", Integer.toString(SHARDS),
            "streams.standbys", "1");

    private final ReadyAnswers readiness = new ReadyAnswers();
    private final List<Double> ready = new ArrayList<>();
    private final List<Double> closing = new ArrayList<>();

    @Test
    void aKilledAppComesBack(@TempDir Path directory) throws Exception {
        withApp("restarted.", directory, (app, port, windows) -> {
            for (int kill = 0; kill < KILLS; kill++) {
                windows.awaitAfter(System.nanoTime(), TIMEOUT);
                Thread.sleep(UNDISTURBED.toMillis());
                app.kill();
                long started = System.nanoTime();
                app.start();
                note("restart", started, awaitReady(port), windows);
            }
            assertThat(app.hasEnded()).isFalse();
        });
        print("killed and started again");
    }

    @Test
    void theOtherInstanceTakesOver(@TempDir Path directory) throws Exception {
        Connection connection = prepared("taken-over.");
        List<Integer> ports = List.of(freePort(), freePort());
        List<AppProcess> apps = List.of(
                new AppProcess(connection, at(ports.get(0)), directory.resolve("0")),
                new AppProcess(connection, at(ports.get(1)), directory.resolve("1")));
        try (AppProcess one = apps.get(0);
                AppProcess two = apps.get(1);
                LiveWindows windows = new LiveWindows(connection, SHARDS)) {
            one.start();
            two.start();
            awaitBoth(ports);
            for (int kill = 0; kill < KILLS; kill++) {
                windows.awaitAfter(System.nanoTime(), TIMEOUT);
                Thread.sleep(UNDISTURBED.toMillis());
                int victim = shards(ports.get(0)) >= shards(ports.get(1)) ? 0 : 1;
                apps.get(victim).kill();
                note("takeover", System.nanoTime(), awaitAll(ports.get(1 - victim)), windows);
                apps.get(victim).start();
                awaitBoth(ports);
            }
        }
        print("taken over by the other instance");
    }

    @Test
    void storesThatCannotBeOpenedAreRestored(@TempDir Path directory) throws Exception {
        // Given
        withApp("restored.", directory, (app, port, windows) -> {
            windows.awaitAfter(System.nanoTime(), TIMEOUT);

            // When: killed while it opened a store, RocksDB's manifest may be missing
            app.kill();
            deleteManifests(directory);
            app.start();

            // Then
            awaitReady(port);
            windows.awaitAfter(System.nanoTime(), TIMEOUT);
            assertThat(app.log()).contains("a local store cannot be opened");
        });
    }

    /** Steps of a test with an app that is ready, and its windows. */
    @FunctionalInterface
    private interface Course {
        void run(AppProcess app, int port, LiveWindows windows) throws Exception;
    }

    private void withApp(String prefix, Path directory, Course course) throws Exception {
        Connection connection = prepared(prefix);
        int port = freePort();
        try (AppProcess app = new AppProcess(connection, at(port), directory);
                LiveWindows windows = new LiveWindows(connection, SHARDS)) {
            app.start();
            awaitReady(port);
            course.run(app, port, windows);
        }
    }

    private static void deleteManifests(Path directory) throws IOException {
        try (Stream<Path> files = Files.find(directory, Integer.MAX_VALUE, (file, attributes) -> file.getFileName()
                .toString()
                .startsWith("MANIFEST-"))) {
            for (Path manifest : files.toList()) {
                Files.delete(manifest);
            }
        }
    }

    private static Connection prepared(String prefix) throws Exception {
        return Topics.provisioned(SharedStack.connection(prefix), TopicPlan.DEFAULT_PARTITIONS);
    }

    private static Map<String, String> at(int port) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("http.port", Integer.toString(port));
        return settings;
    }

    private void note(String what, long startNanos, long readyNanos, LiveWindows windows) throws InterruptedException {
        long closedNanos = windows.awaitAfter(startNanos, TIMEOUT);
        ready.add((readyNanos - startNanos) / 1e9);
        closing.add((closedNanos - startNanos) / 1e9);
        System.out.printf(
                Locale.ROOT,
                "%s: ready after %.1f s, every shard closes windows after %.1f s%n",
                what,
                ready.get(ready.size() - 1),
                closing.get(closing.size() - 1));
    }

    private void print(String what) {
        System.out.printf("%s, %d times: ready %s, closing windows %s%n", what, KILLS, spread(ready), spread(closing));
    }

    private static String spread(List<Double> seconds) {
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "after %.1f to %.1f s, median %.1f s",
                sorted[0],
                sorted[sorted.length - 1],
                sorted[sorted.length / 2]);
    }

    private long awaitReady(int port) {
        return await(() -> readiness.isReady(port));
    }

    /** Ready, and all shards are here. */
    private long awaitAll(int port) {
        return await(() -> shards(port) == SHARDS);
    }

    private void awaitBoth(List<Integer> ports) {
        try {
            await(() -> ports.stream().allMatch(readiness::isReady)
                    && ports.stream().mapToInt(this::shards).sum() == SHARDS);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "not both ready: " + ports.stream().map(readiness::of).toList(), late);
        }
    }

    private int shards(int port) {
        JsonNode answer = readiness.of(port);
        return answer.path("ready").asBoolean() ? answer.path("localShards").size() : 0;
    }

    private static long await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
        return System.nanoTime();
    }

    private static int freePort() {
        return StackPorts.free().http();
    }
}
