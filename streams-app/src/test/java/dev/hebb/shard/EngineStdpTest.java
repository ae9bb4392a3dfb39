package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.framing.Gap;
import dev.hebb.plasticity.ChangeKind;
import dev.hebb.plasticity.DendriteSynapses;
import dev.hebb.plasticity.SynapseChange;
import dev.hebb.plasticity.WindowContext;
import dev.hebb.shard.Trains.Spike;
import dev.hebb.state.HistogramScratch;
import dev.hebb.state.InMemoryStores;
import dev.hebb.state.StoredShard;
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
        learn(Trains.planted(5, 6, 8, 40 * WINDOW, 2, 0.6, 3_000), List.of());
    }

    @Test
    void aGapOfWholeWindowsIsPassedOver() {
        // Given: the second recording begins 20 ms before a window's end, so that traces reach over it
        long from = 30 * WINDOW;
        long to = 37 * WINDOW + 980_000;
        List<Spike> after = Trains.planted(6, 6, 8, 10 * WINDOW, 2, 0.6, 3_000).stream()
                .map(spike -> new Spike(spike.timeMicros() + to, spike.neuron()))
                .toList();
        List<Spike> before = Trains.planted(5, 6, 8, from, 2, 0.6, 3_000).stream()
                .filter(spike -> spike.timeMicros() + DELAY < from)
                .toList();
        learn(Stream.concat(before.stream(), after.stream()).toList(), List.of(new Gap(from, to)));
    }

    private void learn(List<Spike> spikes, List<Gap> gaps) {
        // When
        run(spikes, gaps);
        // Then
        assertThat(formedAt).containsKeys(1, 3);
        formedAt.forEach((post, formed) -> assertThat(weights.get(post))
                .as("weight of %d → %d", post - 1, post)
                .isCloseTo(byHand(spikes, post - 1, post, formed), within(1e-10)));
    }

    /** What forms is planted: neuron 2k to 2k + 1. Nothing decays. */
    private void run(List<Spike> spikes, List<Gap> gaps) {
        HebbConfig config = ConfigReader.read(Settings.of(
                Map.of(),
                Map.of(),
                Map.of(
                        "shards", "1",
                        "window-micros", Long.toString(WINDOW),
                        "judge-every-windows", "5",
                        "rule", "stdp",
                        "stage.decay-micros", Long.toString(Long.MAX_VALUE),
                        "stage.mask-below-weight", "0.0001",
                        "stdp.dendritic-delay-micros", Integer.toString(DELAY))));
        StoredShard storage = new StoredShard(
                InMemoryStores.shard(),
                "net",
                1,
                new HistogramScratch(config.shard().axis().cells()));
        NetworkShard shard = NetworkShard.open(
                new Workbench(config.shard(), config.learning().base()), 0, storage);
        Trains.frames(spikes, WINDOW, WINDOW, gaps).forEach(frame -> shard.accept(frame, new Formed()));
        storage.eachDendrite((post, row) -> weights.put(post, row.size() == 1 ? row.weight(0) : Double.NaN));
    }

    /** Additive, η 0.75, A₊ 0.01, A₋ 0.0105; nothing before the synapse formed, and no action after the last window. */
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
            weight += 0.75 * trace * (act.neuron() == post ? 0.01 : -0.0105);
            weight = Math.min(1, Math.max(0, weight));
        }
        return weight;
    }

    private final class Formed implements ShardOutputs {
        @Override
        public void coFiring(CoFiringCounts counts) {}

        @Override
        public void change(WindowContext context, int post, SynapseChange change) {
            if (change.kind() == ChangeKind.FORMED) {
                formedAt.put(post, context.endMicros());
            }
        }

        @Override
        public void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {}

        @Override
        public void closed(WindowTotals totals, NeuronReport report) {}
    }
}
