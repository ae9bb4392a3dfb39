package dev.hebb.e2e;

import dev.hebb.stack.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Several instances of the app with standbys, which share the shards of one {@link FastLife}. */
final class Instances implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private final ReadyAnswers readiness = new ReadyAnswers();
    private final List<AppProcess> apps = new ArrayList<>();
    private final List<Integer> ports;
    private final int shards;

    /** @param directory of their data and logs */
    Instances(FastLife life, int count, Path directory) throws IOException {
        shards = life.shards();
        ports = FreePorts.of(count);
        for (int port : ports) {
            Map<String, String> settings = new HashMap<>(life.settings());
            settings.put("streams.standbys", "1");
            settings.put("streams.threads", "1");
            settings.put("http.port", Integer.toString(port));
            apps.add(new AppProcess(life.connection(), settings, directory.resolve(Integer.toString(port))));
        }
    }

    List<AppProcess> all() {
        return apps;
    }

    AppProcess[] array() {
        return apps.toArray(new AppProcess[0]);
    }

    void start() throws IOException {
        for (AppProcess app : apps) {
            app.start();
        }
        awaitAllReady();
    }

    /** The instance that has most shards, so that there is something to take over. */
    AppProcess busiest() {
        int most = 0;
        for (int app = 1; app < apps.size(); app++) {
            most = shards(ports.get(app)) > shards(ports.get(most)) ? app : most;
        }
        return apps.get(most);
    }

    /** All instances are ready, and together they have all shards. */
    void awaitAllReady() {
        Awaitility.await()
                .atMost(TIMEOUT)
                .failFast(this::requireRunning)
                .until(() -> ports.stream().allMatch(readiness::isReady)
                        && ports.stream().mapToInt(this::shards).sum() == shards);
    }

    private void requireRunning() throws IOException {
        for (AppProcess app : apps) {
            if (app.hasEnded()) {
                throw new AssertionError("an instance has ended: " + app.log());
            }
        }
    }

    private int shards(int port) {
        return readiness.of(port).path("localShards").size();
    }

    @Override
    public void close() {
        apps.forEach(AppProcess::close);
    }
}
