package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.engine.EngineListener;
import dev.hebb.framing.Gap;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.NetworkShard;
import dev.hebb.store.PlantedSpikes.Spike;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** STDP as the engine runs it, window by window, against looking back at every spike since the synapse formed. */
class EngineStdpTest {
    private static final long WINDOW = 1_000_000;
    private static final int DELAY = 2_000;
    private static final double TAU = 20_000;

    private final Map<Integer, Long> formedAt = new HashMap<>();
    private final Map<Integer, Double> weights = new HashMap<>();

    @Test
    void everySpikeOfEveryWindowIsLearnedFromOnce() {
        learn(PlantedSpikes.planted(5, 6, 8, 40 * WINDOW, 2, 0.6, 3_000), List.of());
    }

    @Test
    void tracesDecayOverAGapOfWholeWindows() {
        // Given: both fire as the gap begins, and again as it ends, 8 s later
        long from = 30 * WINDOW;
        long to = 38 * WINDOW;
        List<Spike> before = PlantedSpikes.planted(5, 6, 8, from - 10_000, 2, 0.6, 3_000);
        List<Spike> around = List.of(
                new Spike(from - 5_000, 0),
                new Spike(from - 3_000, 1),
                new Spike(to + 1_000, 1),
                new Spike(to + 1_500, 0));
        List<Spike> after = PlantedSpikes.planted(6, 6, 8, 10 * WINDOW, 2, 0.6, 3_000).stream()
                .map(spike -> new Spike(spike.timeMicros() + to + 10_000, spike.neuron()))
                .toList();
        learn(Stream.of(before, around, after).flatMap(List::stream).toList(), List.of(new Gap(from, to)));
    }

    private void learn(List<Spike> spikes, List<Gap> gaps) {
        // When
        run(spikes, gaps);
        // Then
        assertThat(formedAt).containsKeys(1, 3);
        assertThat(weights.values()).allSatisfy(weight -> assertThat(weight).isBetween(0.1, 0.9));
        formedAt.forEach((post, formed) -> assertThat(weights.get(post))
                .as("weight of %d → %d", post - 1, post)
                .isCloseTo(byHand(spikes, post - 1, post, formed), within(1e-10)));
    }

    /**
     * Runs a shard over spikes and gaps. Only planted pairs, neuron 2k to 2k + 1, form synapses, and nothing decays.
     */
    private void run(List<Spike> spikes, List<Gap> gaps) {
        HebbConfig config = ConfigReader.read(Settings.of(
                Map.of(),
                Map.of(),
                Map.of(
                        "shards", "1",
                        "window-micros", Long.toString(WINDOW),
                        "judge-every-windows", "5",
                        "rule", "stdp",
                        "stdp.plus", "0.001",
                        "stdp.minus", "0.00105",
                        "stages.growth.decay-micros", Long.toString(Long.MAX_VALUE),
                        "stages.growth.mask-below-weight", "0.0001",
                        "stdp.dendritic-delay-micros", Integer.toString(DELAY))));
        StoredShard storage = new StoredShard(
                InMemoryStores.shard(),
                "net",
                neuron -> true,
                config.shard().axis().cells());
        NetworkShard shard = NetworkShard.open(
                new DendriteScratch(config.shard(), config.learning().base()), 0, storage);
        PlantedSpikes.frames(spikes, WINDOW, WINDOW, gaps).forEach(frame -> shard.accept(frame, new Formed()));
        storage.eachDendrite((post, row) -> weights.put(post, row.size() == 1 ? row.weight(0) : Double.NaN));
    }

    /**
     * Additive, η 0.75, amplitudes so small that no weight reaches a bound; nothing before the synapse formed, and no
     * action after the last window.
     */
    private static double byHand(List<Spike> spikes, int pre, int post, long formed) {
        long end = Math.floorDiv(spikes.get(spikes.size() - 1).timeMicros(), WINDOW) * WINDOW + WINDOW;
        List<Spike> acts = spikes.stream()
                .filter(spike -> spike.neuron() == pre || spike.neuron() == post)
                .map(spike -> new Spike(spike.timeMicros() + (spike.neuron() == post ? DELAY : 0), spike.neuron()))
                .filter(act -> act.timeMicros() >= formed && act.timeMicros() < end)
                .sorted(Comparator.comparingLong(Spike::timeMicros).thenComparingInt(act -> -act.neuron()))
                .toList();
        double weight = 0.3;
        for (Spike act : acts) {
            double trace = 0;
            for (Spike earlier : acts) {
                boolean partner = earlier.neuron() != act.neuron() && earlier.timeMicros() < act.timeMicros();
                trace += partner ? Math.exp((earlier.timeMicros() - act.timeMicros()) / TAU) : 0;
            }
            weight += 0.75 * trace * (act.neuron() == post ? 0.001 : -0.00105);
        }
        return weight;
    }

    private final class Formed implements EngineListener {
        @Override
        public void change(WindowContext context, int post, SynapseChange change) {
            if (change.kind() == ChangeKind.FORMED) {
                formedAt.put(post, context.endMicros());
            }
        }
    }
}
