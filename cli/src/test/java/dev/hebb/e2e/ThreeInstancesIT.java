package dev.hebb.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.produce.Speed;
import dev.hebb.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Law 3 with three instances that have standbys, under load: one killed, one frozen until the group has given it up and
 * then woken, each of them restarted in turn; every output topic holds what it holds after an undisturbed run of one
 * instance, record for record. How long a takeover takes is printed and not judged.
 */
@Execution(ExecutionMode.CONCURRENT)
class ThreeInstancesIT {
    private static final int INSTANCES = 3;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final String GROUP = "three.hebb";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<AppProcess> apps = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final Path directory;
    private final FastLife life;

    ThreeInstancesIT(@TempDir Path directory) {
        this.directory = directory;
        LocalStack stack = SharedStack.get();
        life = new FastLife(
                new Connection(stack.bootstrapServers(), stack.schemaRegistry(), Map.of(), new TopicNames("three.")),
                CalmLife.SHARDS);
    }

    @BeforeEach
    void prepare() throws Exception {
        life.provision();
        ports.addAll(FreePorts.of(INSTANCES));
        for (int port : ports) {
            Map<String, String> settings = new HashMap<>(life.settings());
            settings.put("streams.standbys", "1");
            settings.put("streams.threads", "1");
            settings.put("http.port", Integer.toString(port));
            apps.add(new AppProcess(life.connection(), settings, directory.resolve(Integer.toString(port))));
        }
    }

    @Test
    void instancesThatAreKilledFrozenAndRestartedChangeNothing() throws Exception {
        try (AppProcess one = apps.get(0);
                AppProcess two = apps.get(1);
                AppProcess three = apps.get(2)) {
            for (AppProcess app : apps) {
                app.start();
            }
            awaitAllReady();
            Background.during(() -> life.send(new Speed(5)), () -> {
                life.awaitWindow(10, one, two, three);
                killAndBringBack(busiest());
                freezeAndWake(busiest());
                for (AppProcess app : apps) {
                    app.stop();
                    app.start();
                    awaitAllReady();
                }
            });
            life.awaitWindow(FastLife.LAST_WINDOW, one, two, three);
            life.awaitEqual(CalmLife.outputs());
        }
    }

    private void killAndBringBack(int victim) throws Exception {
        long begin = System.nanoTime();
        apps.get(victim).kill();
        life.awaitFurther();
        print("killed", begin);
        apps.get(victim).start();
        awaitAllReady();
    }

    private void freezeAndWake(int victim) throws Exception {
        long begin = System.nanoTime();
        apps.get(victim).freeze();
        try {
            awaitMembers(INSTANCES - 1);
            life.awaitFurther();
            print("frozen", begin);
        } finally {
            apps.get(victim).wake();
        }
        awaitMembers(INSTANCES);
        awaitAllReady();
    }

    private static void print(String what, long begin) {
        System.out.printf(
                Locale.ROOT,
                "%s: every shard closes windows elsewhere after %.1f s%n",
                what,
                (System.nanoTime() - begin) / 1e9);
    }

    /** The instance that has most tasks, so that there is something to take over. */
    private int busiest() {
        int most = 0;
        for (int app = 1; app < INSTANCES; app++) {
            most = shards(ports.get(app)) > shards(ports.get(most)) ? app : most;
        }
        return most;
    }

    private void awaitMembers(int count) {
        try (Admin admin = Admin.create(life.connection().clientProperties())) {
            Members.await(admin, GROUP, members -> members == count);
        }
    }

    /** All instances are ready, and together they have all tasks. */
    private void awaitAllReady() {
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> ports.stream()
                                .allMatch(port -> ready(port).path("ready").asBoolean())
                        && ports.stream().mapToInt(this::shards).sum() == CalmLife.SHARDS);
    }

    private int shards(int port) {
        return ready(port).path("localShards").size();
    }

    private JsonNode ready(int port) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException notYet) {
            return MissingNode.getInstance();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
