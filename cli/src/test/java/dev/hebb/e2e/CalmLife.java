package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.client.Connection;
import dev.hebb.produce.Speed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/** What an undisturbed {@link FastLife} leaves, on the shared stack; run once for all tests that compare with it. */
final class CalmLife {
    /** Of every run that is compared with it. */
    static final int SHARDS = 3;

    private CalmLife() {}

    private static final class Lived {
        private static final Map<String, Map<String, List<String>>> OUTPUTS = live();

        private static Map<String, Map<String, List<String>>> live() {
            try {
                FastLife life = new FastLife(connection(), SHARDS).provision();
                Path directory = Files.createTempDirectory("hebb-calm-life-");
                try (AppProcess app = new AppProcess(life.connection(), life.settings(), directory)) {
                    app.start();
                    life.send(Speed.MAX);
                    life.awaitWindow(FastLife.LAST_WINDOW, app);
                }
                Utils.delete(directory.toFile());
                // The app has stopped cleanly, so everything is committed.
                return life.outputs();
            } catch (Exception e) {
                throw new IllegalStateException("an undisturbed run failed", e);
            }
        }
    }

    private static Connection connection() {
        return SharedStack.connection("calm-life.");
    }

    /** The same as {@link #outputs}, to be compared with what another build has left. */
    static JsonNode readable() throws Exception {
        assertThat(outputs()).isNotEmpty();
        return new ReadableOutputs(connection()).read();
    }

    /** By topic and key, in order; the first call runs it. */
    static Map<String, Map<String, List<String>>> outputs() {
        return Lived.OUTPUTS;
    }
}
