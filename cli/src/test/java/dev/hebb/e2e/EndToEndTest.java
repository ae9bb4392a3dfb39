package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hebb.schema.CoFiring;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recording through a real broker and a real registry: the counts equal the brute force, with any number of shards. */
class EndToEndTest {
    private static final Path RECORDINGS = Path.of(System.getProperty("hebb.data", "../shared/data"));
    private static final Path SPYCON = RECORDINGS.resolve("groundtruth-spycon");

    private static @Nullable TemporaryStack stack;

    @BeforeAll
    static void startStack() throws IOException, InterruptedException {
        assumeTrue(Files.exists(SPYCON), () -> "skipped: no recording in " + SPYCON + "; set -Dhebb.data");
        stack = TemporaryStack.start();
    }

    @AfterAll
    static void stopStack() {
        if (stack != null) {
            stack.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void countsOfARecordingEqualTheBruteForce(int shards) throws Exception {
        TemporaryStack running = Objects.requireNonNull(stack);
        Map<String, String> settings = Map.of("shards", Integer.toString(shards));
        try (Scene scene = new Scene(running.stack(), "spycon" + shards, settings).start()) {
            scene.replay("spycon", SPYCON.resolve("ren_simulation_1917_Cell1Block1_long_340_20_ei5_example.npz"));
            assertThat(counts(scene)).isEqualTo(BruteForce.count(SPYCON.resolve("derived/spikes_us.csv")));
            List<SynapseEvent> formed =
                    scene.topics().read(scene.connection().topics().synapseEvents(), SynapseEvent.getClassSchema());
            List<PruningEvent> pruned =
                    scene.topics().read(scene.connection().topics().pruningEvents(), PruningEvent.getClassSchema());
            assertThat(formed).isNotEmpty();
            assertThat(pruned).hasSizeLessThanOrEqualTo(formed.size());
        }
    }

    private static Map<String, Integer> counts(Scene scene) {
        Map<String, Integer> counts = new HashMap<>();
        List<CoFiring> records = scene.topics().read(scene.connection().topics().coFiring(), CoFiring.getClassSchema());
        for (CoFiring record : records) {
            for (int k = 0; k < record.getCounts().size(); k++) {
                int pre = record.getPre().get(record.getCellPre().get(k));
                String cell = record.getWindow() + "," + pre + "," + record.getPost() + ","
                        + record.getCellLagBin().get(k);
                assertThat(counts.put(cell, record.getCounts().get(k))).as(cell).isNull();
            }
        }
        return counts;
    }
}
