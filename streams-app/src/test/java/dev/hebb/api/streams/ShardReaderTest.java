package dev.hebb.api.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.api.view.Dendrite;
import dev.hebb.api.view.NetworkPart;
import dev.hebb.api.view.PairCounts;
import dev.hebb.api.view.PairEvidence;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.command.ControlState;
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
import dev.hebb.shard.Neurons;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.ShardOutputs;
import dev.hebb.shard.ShardProgress;
import dev.hebb.shard.ShardState;
import dev.hebb.shard.Shards;
import dev.hebb.shard.WindowTotals;
import dev.hebb.store.Frames;
import dev.hebb.store.InMemoryStores;
import dev.hebb.store.ShardStateRows;
import dev.hebb.store.ShardStores;
import dev.hebb.store.StoreKey;
import dev.hebb.store.StoredShard;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final long FRAME = 250_000;
    private static final int FRAMES = 240;
    private static final int NEURONS = 8;
    private static final String NETWORK = "dish";
    private static final int DENSE = 2_000;
    private static final int SPARSE = 2;

    /** Times of spikes, and who fired; neuron 1 often fires some 3 ms after neuron 0. */
    private final TreeMap<Long, Integer> spikes = spikes();

    private final List<CoFiringCounts> published = new ArrayList<>();

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

    /** The spikes of a window outlast its recount: with a cadence of one window, they are gone from memory by then. */
    @Test
    void countsTheLastWindowsAsTheyWerePublished() {
        // Given
        List<ShardReader> shards = shards(DENSE);

        // Then
        for (int post = 0; post < NEURONS; post++) {
            for (int pre = 0; pre < NEURONS; pre++) {
                if (pre != post) {
                    List<PairCounts> windows = shards.get(Shards.of(post, 2)).windows(NETWORK, pre, post);
                    assertThat(windows).usingRecursiveComparison().isEqualTo(published(pre, post, WINDOWS));
                }
            }
        }
    }

    @Test
    void countsAllWindowsIfOneIsClosedDuringTheQuery() {
        // Given: how far the shard was before it closed the last window
        ShardReader shard = shards(DENSE).get(Shards.of(5, 2));
        Neurons neurons = Objects.requireNonNull(ShardStateRows.read(
                        shard.stores().progress(), StoreKey.of(NETWORK), Shards.ownedBy(shard.shard(), 2)))
                .neurons();
        ShardState before = new ShardState(progressBefore(WINDOWS - 1), neurons, ControlState.START);

        // When
        PairWindows windows = new PairWindows(shard.stores(), StoreKey.of(NETWORK), before, shard.config());

        // Then
        for (int pre = 0; pre < NEURONS; pre++) {
            if (pre != 5) {
                assertThat(windows.read(pre, 5)).usingRecursiveComparison().isEqualTo(published(pre, 5, WINDOWS - 1));
            }
        }
    }

    @Test
    void readsCountsThatAnEarlierVersionKept() throws IOException {
        // Given: a row of window -3, 5 → 9 → 2^30 onto 5, and an instance without its spikes
        ShardReader shard = shards(DENSE).get(Shards.of(5, 2));
        ShardStores stores = InMemoryStores.shard();
        stores.coFiring().put(StoreKey.of(NETWORK).with(5, 3), golden("co-firing-row-2"));
        ShardState state = new ShardState(progressBefore(0), new Neurons(), ControlState.START);
        QueryStores read = new QueryStores(
                stores.spikeLog(), stores.progress(), stores.synapses(), stores.histograms(), stores.coFiring());

        // When
        List<PairCounts> kept = new PairWindows(read, StoreKey.of(NETWORK), state, shard.config()).read(9, 5);

        // Then
        assertThat(kept).singleElement().satisfies(window -> {
            assertThat(window.window()).isEqualTo(-3);
            assertThat(window.preSpikes()).isEqualTo(2);
            assertThat(window.coincidences()).isEqualTo(1);
        });
        ShardState later = new ShardState(progressBefore(1), new Neurons(), ControlState.START);
        assertThat(new PairWindows(read, StoreKey.of(NETWORK), later, shard.config()).read(9, 5))
                .isEmpty();
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
            run(shard, config, stores, frames.subList(0, FRAMES / 2));
            run(shard, config, stores, frames.subList(FRAMES / 2, FRAMES));
            QueryStores read = new QueryStores(
                    stores.spikeLog(), stores.progress(), stores.synapses(), stores.histograms(), stores.coFiring());
            readers.add(new ShardReader(shard, read, config, LearningProfiles.uniform(Learning.standard())));
        }
        return readers;
    }

    private void run(int shard, ShardConfig config, ShardStores stores, List<Frame> frames) {
        StoredShard storage = new StoredShard(
                stores,
                NETWORK,
                Shards.ownedBy(shard, config.shards()),
                config.axis().cells());
        NetworkShard engine = NetworkShard.open(new DendriteScratch(config, Learning.standard()), shard, storage);
        frames.forEach(frame -> engine.accept(frame, new Published()));
    }

    private List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            Map<Long, Integer> inWindow = spikes.subMap(frame * FRAME, (frame + 1) * FRAME);
            long[] times = inWindow.keySet().stream().mapToLong(Long::longValue).toArray();
            int[] neurons =
                    inWindow.values().stream().mapToInt(Integer::intValue).toArray();
            frames.add(Frames.of(NETWORK, frame, (frame + 1) * FRAME, times, neurons, List.of()));
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

    private static byte[] golden(String name) throws IOException {
        try (var file = ShardReaderTest.class.getResourceAsStream("/golden/" + name + ".hex")) {
            return HexFormat.of()
                    .parseHex(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).strip());
        }
    }

    private static ShardProgress progressBefore(long window) {
        return new ShardProgress(0, 0, window, window, 0, List.of(), WindowTotals.NONE, 0, 0);
    }

    /** What was published of a pair in the three windows before one. */
    private List<PairCounts> published(int pre, int post, long next) {
        return published.stream()
                .filter(counts -> counts.post() == post && counts.window() >= next - 3 && counts.window() < next)
                .map(counts -> {
                    int partner = Arrays.binarySearch(counts.pre(), pre);
                    int[] byLag = new int[50];
                    for (int cell = 0; cell < counts.counts().length; cell++) {
                        if (counts.cellPre()[cell] == partner) {
                            byLag[counts.cellLagBin()[cell]] = counts.counts()[cell];
                        }
                    }
                    return new PairCounts(
                            counts.window(),
                            partner < 0 ? null : counts.preSpikes()[partner],
                            counts.postSpikes(),
                            partner < 0 ? 0 : counts.coincidences()[partner],
                            byLag);
                })
                .toList();
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

    private final class Published implements ShardOutputs {
        @Override
        public void coFiring(CoFiringCounts counts) {
            published.add(counts);
        }

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
