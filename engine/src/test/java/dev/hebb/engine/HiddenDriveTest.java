package dev.hebb.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.shard.CoFiringConfig;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the engine finds in spikes of which it is known what drives whom. */
class HiddenDriveTest {
    private static final long WINDOW = 2_000_000;
    private static final long END = 450 * WINDOW;
    private static final int NEURONS = 6;
    private static final int HUB = 6;

    private final Random random = new Random(5);

    @Test
    void ofThreeThatAHiddenNeuronDrivesNoneDrivesAnother() {
        assertThat(found(spikes(new int[] {0, 1, 2}, new int[] {2, 9, 15}), false))
                .isEmpty();
    }

    @Test
    void aNeuronThatIsRecordedIsFoundToDriveThem() {
        assertThat(found(spikes(new int[] {0, 1, 2}, new int[] {2, 9, 15}), true))
                .containsExactly("6-0", "6-1", "6-2");
    }

    /** The limit of what is known: nothing tells these two from a synapse. */
    @Test
    void ofTwoThatAHiddenNeuronDrivesTheFirstSeemsToDriveTheSecond() {
        assertThat(found(spikes(new int[] {0, 1}, new int[] {2, 9}), false)).containsExactly("0-1");
    }

    /** Active synapses at the end. */
    private static TreeSet<String> found(List<long[]> spikes, boolean hubRecorded) {
        MemoryEngine engine = new MemoryEngine("net", config(), Learning.standard(), new EngineListener() {});
        List<long[]> recorded =
                spikes.stream().filter(spike -> hubRecorded || spike[1] != HUB).toList();
        engine.spikes(
                recorded.stream().mapToLong(spike -> spike[0]).toArray(),
                recorded.stream().mapToInt(spike -> (int) spike[1]).toArray(),
                END);
        engine.closeWindowsBefore(END);
        TreeSet<String> found = new TreeSet<>();
        engine.eachDendrite((post, row) -> {
            for (int i = 0; i < row.size(); i++) {
                if (row.active(i)) {
                    found.add(row.pre(i) + "-" + post);
                }
            }
        });
        return found;
    }

    private static ShardConfig config() {
        CoFiringConfig coFiring = new CoFiringConfig(CoFiringConfig.Publish.AUTO, 256, 6, 5_000);
        return new ShardConfig(LagAxis.standard(), WINDOW, 1, 30, coFiring, 2_000);
    }

    /** Independent neurons at 5 Hz, and a hub that makes some of them fire in a fifth of cases, after a delay. */
    private List<long[]> spikes(int[] driven, int[] delaysMillis) {
        List<long[]> spikes = new ArrayList<>();
        for (int neuron = 0; neuron <= NEURONS; neuron++) {
            for (long at = 0; at < END - 30_000; at += 1 + (long) (-Math.log(1 - random.nextDouble()) * 200_000)) {
                spikes.add(new long[] {at, neuron});
                for (int i = 0; neuron == HUB && i < driven.length; i++) {
                    if (random.nextDouble() < 0.2) {
                        spikes.add(new long[] {at + delaysMillis[i] * 1_000L + random.nextInt(800), driven[i]});
                    }
                }
            }
        }
        spikes.sort(Comparator.<long[]>comparingLong(spike -> spike[0]).thenComparingLong(spike -> spike[1]));
        return spikes;
    }
}
