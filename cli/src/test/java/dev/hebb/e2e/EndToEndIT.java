package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hebb.bench.offline.Score;
import dev.hebb.schema.Dendrite;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.synapse.NeuronPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A recording through a real broker and a real registry: the counts equal the brute force, with any number of shards.
 */
class EndToEndIT {
    private static final Path RECORDINGS = Path.of(System.getProperty("hebb.data", "../shared/data"));
    private static final Path SPYCON = RECORDINGS.resolve("groundtruth-spycon");

    private static final int SPYCON_UNITS = 20;

    @BeforeAll
    static void hasRecordings() {
        assumeTrue(Files.exists(SPYCON), () -> "skipped: no recording in " + SPYCON + "; set -Dhebb.data");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void countsOfARecordingEqualTheBruteForce(int shards) throws Exception {
        try (Scene scene = scene("spycon", shards)) {
            scene.replay("spycon", SPYCON.resolve("ren_simulation_1917_Cell1Block1_long_340_20_ei5_example.npz"));
            assertThat(counts(scene, "spycon")).isEqualTo(BruteForce.count(SPYCON.resolve("derived/spikes_us.csv")));
            List<SynapseEvent> formed =
                    scene.topics().read(scene.connection().topics().synapseEvents(), SynapseEvent.getClassSchema());
            List<PruningEvent> pruned =
                    scene.topics().read(scene.connection().topics().pruningEvents(), PruningEvent.getClassSchema());
            assertThat(formed).isNotEmpty();
            assertThat(pruned).hasSizeLessThanOrEqualTo(formed.size());
            assertThat(Score.of(connectome(scene), truth(), SPYCON_UNITS).mcc()).isGreaterThanOrEqualTo(0.9);
        }
    }

    /** Bursts of a whole culture: many spikes of one time, and counts far from even. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void countsOfACultureEqualTheBruteForce(int shards, @TempDir Path directory) throws Exception {
        Path culture = RECORDINGS.resolve("cultures/C57_CTX_G2CEPHYS1_TC12_DIV21_A.h5");
        Path csv = Cultures.csv(culture, directory.resolve("culture.csv"));
        try (Scene scene = scene("culture", shards)) {
            scene.replay("culture", culture);
            assertThat(counts(scene, "culture").equals(BruteForce.count(csv)))
                    .as("all of two million counts are equal")
                    .isTrue();
        }
    }

    /** All synapses, as the compacted topic has them in the end. */
    private static Set<NeuronPair> connectome(Scene scene) {
        RecordDecoder<Dendrite> dendrites =
                new RecordDecoder<>(scene.connection().registry(), Dendrite.getClassSchema());
        Map<String, Set<NeuronPair>> latest = new HashMap<>();
        scene.topics()
                .records(scene.connection().topics().dendrites())
                .forEach(record -> latest.put(record.key(), pairs(dendrites.decode(record))));
        return latest.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Set<NeuronPair> pairs(@Nullable Dendrite dendrite) {
        return dendrite == null
                ? Set.of()
                : dendrite.getPre().stream()
                        .map(pre -> new NeuronPair(pre, dendrite.getPost()))
                        .collect(Collectors.toSet());
    }

    private static Set<NeuronPair> truth() throws IOException {
        return Files.readAllLines(SPYCON.resolve("derived/ground_truth_edges.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new NeuronPair(Integer.parseInt(cells[0]), Integer.parseInt(cells[1])))
                .collect(Collectors.toSet());
    }

    private static Scene scene(String name, int shards) throws IOException, InterruptedException {
        return new Scene(SharedStack.get(), name + shards, Map.of("shards", Integer.toString(shards))).start();
    }

    private static Map<String, Integer> counts(Scene scene, String network) {
        return CountsByCell.of(scene.topics(), scene.connection(), network);
    }
}
