package dev.hebb.api.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.api.view.Dendrite;
import dev.hebb.api.view.NetworkPart;
import dev.hebb.api.view.PairCounts;
import dev.hebb.api.view.PairEvidence;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.LearningProfiles;
import dev.hebb.config.Settings;
import dev.hebb.framing.Frame;
import dev.hebb.shard.CoFiringConfig;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkNotice;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.ShardOutputs;
import dev.hebb.shard.Shards;
import dev.hebb.shard.WindowTotals;
import dev.hebb.store.Frames;
import dev.hebb.store.InMemoryStores;
import dev.hebb.store.ShardStores;
import dev.hebb.store.StoredShard;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what a real shard left in real stores, against the plainest count. */
class ShardReaderTest {
    private static final long WINDOW = 1_000_000;
    private static final int WINDOWS = 60;
    private static final int NEURONS = 8;
    private static final String NETWORK = "dish";
    private static final int DENSE = 2_000;
    private static final int SPARSE = 2;

    /** Times of spikes, and who fired; neuron 1 often fires some 3 ms after neuron 0. */
    private final TreeMap<Long, Integer> spikes = spikes();

    @ParameterizedTest
    @ValueSource(ints = {DENSE, SPARSE})
    void findsThePlantedSynapse(int denseMaxNeurons) {
        // Given
        ShardReader owner = shards(denseMaxNeurons).get(Shards.of(1, 2));

        // When
        Dendrite dendrite = owner.dendrite(NETWORK, 1).orElseThrow();
        PairEvidence evidence = owner.evidence(NETWORK, 0, 1).orElseThrow();

        // Then
        assertThat(dendrite.asOfMicros()).isEqualTo(WINDOWS * WINDOW);
        assertThat(dendrite.synapses()).extracting(SynapseView::pre).containsExactly(0);
        SynapseView synapse = dendrite.synapses().get(0);
        assertThat(synapse.state()).isEqualTo(SynapseView.ACTIVE);
        assertThat(synapse.lagMicros()).isBetween(1_000, 4_000);
        assertThat(owner.synapses(NETWORK)).contains(synapse);
        assertThat(owner.synapsesFrom(NETWORK, 0)).contains(synapse);
        assertThat(evidence.verdict()).isEqualTo("CONNECTED");
        assertThat(evidence.lagMicros()).isBetween(1_000, 4_000);
    }

    @Test
    void judgesByTheProfileOfTheNetwork() {
        // Given: a profile for which no excess is enough
        LearningProfiles strict = ConfigReader.read(Settings.of(
                        Map.of(),
                        Map.of(),
                        Map.of(
                                "profiles", "strict",
                                "profile.strict.evidence.minimum-excess", "1000000",
                                "network-profiles", NETWORK + ":strict")))
                .learning();
        ShardReader lenient = shards(DENSE).get(Shards.of(1, 2));

        // When
        ShardReader owner = new ShardReader(lenient.shard(), lenient.stores(), lenient.config(), strict);

        // Then
        assertThat(lenient.evidence(NETWORK, 0, 1).orElseThrow().verdict()).isEqualTo("CONNECTED");
        assertThat(owner.evidence(NETWORK, 0, 1).orElseThrow().verdict()).isEqualTo("NOT_CONNECTED");
    }

    /** Independent neurons with fewer spike pairs than {@code minimum-chance}. */
    @Test
    void saysHowMuchMoreRecordingAPairNeeds() {
        // Given: neurons 2 and 3 do not know each other
        int[] counts = bruteForce(2, 3, 0, WINDOWS);
        double mean = IntStream.range(0, 25).map(bin -> counts[bin]).average().orElseThrow();

        // When
        PairEvidence evidence =
                shards(DENSE).get(Shards.of(3, 2)).evidence(NETWORK, 2, 3).orElseThrow();

        // Then
        assertThat(evidence.verdict()).isEqualTo("UNDECIDED");
        assertThat(evidence.recordingNeeded()).isCloseTo(5 / mean, within(1e-9));
    }

    @Test
    void saysWhatShareOfSuchSynapsesIsFalse() {
        // Given
        ShardReader owner = shards(DENSE).get(Shards.of(1, 2));

        // When
        SynapseView synapse =
                owner.dendrite(NETWORK, 1).orElseThrow().synapses().get(0);

        // Then: a strong synapse
        assertThat(synapse.fdr()).isBetween(0.0, 0.01);
    }

    @Test
    void tellsTheCumulativeHistogram() {
        // When
        PairEvidence evidence =
                shards(DENSE).get(Shards.of(1, 2)).evidence(NETWORK, 0, 1).orElseThrow();

        // Then
        assertThat(evidence.causal()).isEqualTo(bruteForce(0, 1, 0, WINDOWS));
        int[] other = bruteForce(1, 0, 0, WINDOWS);
        assertThat(evidence.antiCausal()).isEqualTo(other);
    }

    @Test
    void tellsTheLastWindows() {
        // When
        List<PairCounts> windows = shards(DENSE).get(Shards.of(1, 2)).windows(NETWORK, 0, 1);

        // Then
        assertThat(windows).extracting(PairCounts::window).containsExactly(57L, 58L, 59L);
        for (PairCounts window : windows) {
            assertThat(window.counts()).isEqualTo(bruteForce(0, 1, window.window(), window.window() + 1));
        }
    }

    @Test
    void addsUpToTheWholeNetwork() {
        // When
        List<NetworkPart> parts = shards(DENSE).stream()
                .map(shard -> shard.network(NETWORK).orElseThrow())
                .toList();

        // Then
        assertThat(parts.stream().mapToInt(NetworkPart::neurons).sum()).isEqualTo(NEURONS);
        assertThat(parts.stream().mapToLong(NetworkPart::spikes).sum()).isEqualTo(spikes.size());
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.times().windowsClosed()).isEqualTo(WINDOWS);
            assertThat(part.times().closedUntilMicros()).isEqualTo(WINDOWS * WINDOW);
            assertThat(part.times().watermarkMicros()).isEqualTo(WINDOWS * WINDOW);
        });
        assertThat(parts.stream().mapToInt(NetworkPart::active).sum()).isPositive();
        assertThat(shards(DENSE).get(0).networks()).containsExactly(parts.get(0));
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        // Given
        ShardReader shard = shards(DENSE).get(Shards.of(1, 2));

        // Then
        assertThat(shard.network("other")).isEmpty();
        assertThat(shard.dendrite("other", 1)).isEmpty();
        assertThat(shard.dendrite(NETWORK, 12345)).isEmpty();
        assertThat(shard.evidence(NETWORK, 12345, 1)).isEmpty();
        assertThat(shard.synapses("dis")).isEmpty();
    }

    private List<ShardReader> shards(int denseMaxNeurons) {
        CoFiringConfig coFiring = new CoFiringConfig(CoFiringConfig.Publish.ALWAYS, 0, 3, 5_000);
        ShardConfig config = new ShardConfig(LagAxis.standard(), WINDOW, 2, 1, coFiring, denseMaxNeurons);
        List<ShardReader> readers = new ArrayList<>();
        for (int shard = 0; shard < config.shards(); shard++) {
            ShardStores stores = InMemoryStores.shard();
            List<Frame> frames = frames();
            run(shard, config, stores, frames.subList(0, WINDOWS / 2));
            run(shard, config, stores, frames.subList(WINDOWS / 2, WINDOWS));
            QueryStores read =
                    new QueryStores(stores.progress(), stores.synapses(), stores.histograms(), stores.coFiring());
            readers.add(new ShardReader(shard, read, config, LearningProfiles.uniform(Learning.standard())));
        }
        return readers;
    }

    private static void run(int shard, ShardConfig config, ShardStores stores, List<Frame> frames) {
        StoredShard storage = new StoredShard(
                stores,
                NETWORK,
                3,
                Shards.ownedBy(shard, config.shards()),
                config.axis().cells());
        NetworkShard engine = NetworkShard.open(new DendriteScratch(config, Learning.standard()), shard, storage);
        frames.forEach(frame -> engine.accept(frame, new Nowhere()));
    }

    private List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            Map<Long, Integer> inWindow = spikes.subMap(window * WINDOW, (window + 1) * WINDOW);
            long[] times = inWindow.keySet().stream().mapToLong(Long::longValue).toArray();
            int[] neurons =
                    inWindow.values().stream().mapToInt(Integer::intValue).toArray();
            frames.add(Frames.of(NETWORK, window, (window + 1) * WINDOW, times, neurons, List.of()));
        }
        return frames;
    }

    private static TreeMap<Long, Integer> spikes() {
        Random random = new Random(7);
        TreeMap<Long, Integer> spikes = new TreeMap<>();
        for (int i = 0; i < NEURONS * 8 * WINDOWS; i++) {
            long time = random.nextLong(WINDOWS * WINDOW - 10_000);
            int neuron = random.nextInt(NEURONS);
            spikes.putIfAbsent(time, neuron);
            if (neuron == 0 && random.nextDouble() < 0.6) {
                spikes.putIfAbsent(time + 3_000 + random.nextInt(800), 1);
            }
        }
        return spikes;
    }

    private int[] bruteForce(int pre, int post, long fromWindow, long toWindow) {
        int[] counts = new int[50];
        spikes.subMap(fromWindow * WINDOW, toWindow * WINDOW).forEach((postTime, fired) -> {
            if (fired == post) {
                spikes.subMap(postTime - 50_000 + 1, postTime + 1).forEach((preTime, before) -> {
                    if (before == pre) {
                        counts[(int) ((postTime - preTime) / 1000)]++;
                    }
                });
            }
        });
        return counts;
    }

    private static final class Nowhere implements ShardOutputs {
        @Override
        public void coFiring(CoFiringCounts counts) {}

        @Override
        public void change(WindowContext window, int post, SynapseChange change) {}

        @Override
        public void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {}

        @Override
        public void notice(NetworkNotice notice) {}

        @Override
        public void closed(WindowTotals totals, NeuronReport report) {}
    }
}
