package dev.hebb.api.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.api.view.Dendrite;
import dev.hebb.api.view.NetworkPart;
import dev.hebb.api.view.PairCounts;
import dev.hebb.api.view.PairEvidence;
import dev.hebb.api.view.SynapseView;
import dev.hebb.command.ControlState;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.LearningProfiles;
import dev.hebb.config.Settings;
import dev.hebb.shard.Neurons;
import dev.hebb.shard.ShardProgress;
import dev.hebb.shard.ShardState;
import dev.hebb.shard.Shards;
import dev.hebb.shard.WindowTotals;
import dev.hebb.store.InMemoryStores;
import dev.hebb.store.ShardStateRows;
import dev.hebb.store.ShardStores;
import dev.hebb.store.StoreKey;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what a real shard left in real stores, against the plainest count. */
class ShardReaderTest {
    private static final String NETWORK = CountedNetwork.NAME;
    private static final long WINDOW = CountedNetwork.WINDOW;
    private static final int WINDOWS = CountedNetwork.WINDOWS;
    private static final int NEURONS = CountedNetwork.NEURONS;
    private static final int DENSE = 2_000;
    private static final int SPARSE = 2;

    private final CountedNetwork network = new CountedNetwork();

    @ParameterizedTest
    @ValueSource(ints = {DENSE, SPARSE})
    void findsThePlantedSynapse(int denseMaxNeurons) {
        // Given
        ShardReader owner = network.shards(denseMaxNeurons).get(Shards.of(1, 2));

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
        ShardReader lenient = ownerOf(1);

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
        int[] counts = network.bruteForce(2, 3, 0, WINDOWS);
        double mean = IntStream.range(0, 25).map(bin -> counts[bin]).average().orElseThrow();

        // When
        PairEvidence evidence = ownerOf(3).evidence(NETWORK, 2, 3).orElseThrow();

        // Then
        assertThat(evidence.verdict()).isEqualTo("UNDECIDED");
        assertThat(evidence.recordingNeeded()).isCloseTo(5 / mean, within(1e-9));
    }

    @Test
    void saysWhatShareOfSuchSynapsesIsFalse() {
        // Given
        ShardReader owner = ownerOf(1);

        // When
        SynapseView synapse =
                owner.dendrite(NETWORK, 1).orElseThrow().synapses().get(0);

        // Then: a strong synapse
        assertThat(synapse.fdr()).isBetween(0.0, 0.01);
    }

    @Test
    void tellsTheCumulativeHistogram() {
        // When
        PairEvidence evidence = ownerOf(1).evidence(NETWORK, 0, 1).orElseThrow();

        // Then
        assertThat(evidence.causal()).isEqualTo(network.bruteForce(0, 1, 0, WINDOWS));
        int[] other = network.bruteForce(1, 0, 0, WINDOWS);
        assertThat(evidence.antiCausal()).isEqualTo(other);
    }

    @Test
    void tellsTheLastWindows() {
        // When
        List<PairCounts> windows = ownerOf(1).windows(NETWORK, 0, 1);

        // Then
        assertThat(windows).extracting(PairCounts::window).containsExactly(57L, 58L, 59L);
        for (PairCounts window : windows) {
            assertThat(window.counts()).isEqualTo(network.bruteForce(0, 1, window.window(), window.window() + 1));
        }
    }

    /** The spikes of a window outlast its recount: with a cadence of one window, they are gone from memory by then. */
    @Test
    void countsTheLastWindowsAsTheyWerePublished() {
        // Given
        List<ShardReader> shards = network.shards(DENSE);

        // Then
        for (int post = 0; post < NEURONS; post++) {
            for (int pre = 0; pre < NEURONS; pre++) {
                if (pre != post) {
                    List<PairCounts> windows = shards.get(Shards.of(post, 2)).windows(NETWORK, pre, post);
                    assertThat(windows).usingRecursiveComparison().isEqualTo(network.published(pre, post, WINDOWS));
                }
            }
        }
    }

    @Test
    void countsAllWindowsIfOneIsClosedDuringTheQuery() {
        // Given: how far the shard was before it closed the last window
        ShardReader shard = ownerOf(5);
        Neurons neurons = Objects.requireNonNull(ShardStateRows.read(
                        shard.stores().progress(), StoreKey.of(NETWORK), Shards.ownedBy(shard.shard(), 2)))
                .neurons();
        ShardState before = new ShardState(progressBefore(WINDOWS - 1), neurons, ControlState.START);

        // When
        PairWindows windows = new PairWindows(shard.stores(), StoreKey.of(NETWORK), before, shard.config());

        // Then
        for (int pre = 0; pre < NEURONS; pre++) {
            if (pre != 5) {
                assertThat(windows.read(pre, 5))
                        .usingRecursiveComparison()
                        .isEqualTo(network.published(pre, 5, WINDOWS - 1));
            }
        }
    }

    @Test
    void readsCountsThatAnEarlierVersionKept() throws IOException {
        // Given: a row of window -3, 5 → 9 → 2^30 onto 5, and an instance without its spikes
        ShardReader shard = ownerOf(5);
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
        List<NetworkPart> parts = network.shards(DENSE).stream()
                .map(shard -> shard.network(NETWORK).orElseThrow())
                .toList();

        // Then
        assertThat(parts.stream().mapToInt(NetworkPart::neurons).sum()).isEqualTo(NEURONS);
        assertThat(parts.stream().mapToLong(NetworkPart::spikes).sum()).isEqualTo(network.spikes());
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.times().windowsClosed()).isEqualTo(WINDOWS);
            assertThat(part.times().closedUntilMicros()).isEqualTo(WINDOWS * WINDOW);
            assertThat(part.times().watermarkMicros()).isEqualTo(WINDOWS * WINDOW);
        });
        assertThat(parts.stream().mapToInt(NetworkPart::active).sum()).isPositive();
        assertThat(network.shards(DENSE).get(0).networks()).containsExactly(parts.get(0));
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        // Given
        ShardReader shard = ownerOf(1);

        // Then
        assertThat(shard.network("other")).isEmpty();
        assertThat(shard.dendrite("other", 1)).isEmpty();
        assertThat(shard.dendrite(NETWORK, 12345)).isEmpty();
        assertThat(shard.evidence(NETWORK, 12345, 1)).isEmpty();
        assertThat(shard.synapses("dis")).isEmpty();
    }

    /** The shard that has this neuron's dendrite. */
    private ShardReader ownerOf(int post) {
        return network.shards(DENSE).get(Shards.of(post, 2));
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
}
