package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.produce.Speed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The committed offsets of the app are deleted in the middle of a life, as Kafka does when the app has rested for a
 * week. All topics are then read from their beginning, and the outputs are those of an undisturbed run.
 */
@Execution(ExecutionMode.CONCURRENT)
class LostOffsetsIT {
    private static final String PER_SHARD = "network-windows";
    /** At least once, tasks note a second after a commit that it has been made. */
    private static final Duration REST = Duration.ofSeconds(3);

    private final Path directory;

    LostOffsetsIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({"1, exactly_once_v2", "3, exactly_once_v2", "3, at_least_once"})
    void whatWasHandledIsNotHandledAgain(int shards, String guarantee) throws Exception {
        // Given
        String prefix = "lost-offsets-" + shards + "-" + guarantee + ".";
        FastLife life = new FastLife(SharedStack.connection(prefix), shards).provision();
        Map<String, String> settings = new HashMap<>(life.settings());
        settings.put("streams.processing-guarantee", guarantee);
        try (AppProcess app = new AppProcess(life.connection(), settings, directory)) {
            app.start();
            life.send(Speed.MAX, 0, FastLife.DURATION / 2);
            life.awaitWindow(FastLife.LAST_WINDOW / 2, app);
            Thread.sleep(REST.toMillis());
            app.stop();

            // When
            try (Admin admin = Admin.create(life.connection().clientProperties())) {
                admin.deleteConsumerGroups(List.of(prefix + "hebb")).all().get();
            }
            app.start();
            life.send(Speed.MAX, FastLife.DURATION / 2, FastLife.DURATION);

            // Then
            life.awaitWindow(FastLife.LAST_WINDOW, app);
            life.awaitEqual(undisturbed(shards));
            assertThat(new Topics(life.connection())
                            .records(life.connection().topics().rejectedSpikes()))
                    .isEmpty();
            assertThat(app.log()).contains("are passed over");
        }
    }

    /** Results do not depend on the number of shards, but for the totals that each shard has of its windows. */
    private static Map<String, Map<String, List<String>>> undisturbed(int shards) {
        Map<String, Map<String, List<String>>> outputs = new HashMap<>(CalmLife.outputs());
        if (shards != CalmLife.SHARDS) {
            outputs.remove(PER_SHARD);
        }
        return outputs;
    }
}
