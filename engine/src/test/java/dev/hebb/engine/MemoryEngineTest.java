package dev.hebb.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import dev.hebb.shard.CoFiringConfig;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkNotice;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.WindowTotals;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryEngineTest {
    private static final long WINDOW = 2_000_000;
    private static final long END = 120 * WINDOW;
    private static final int NEURONS = 6;

    private final Outputs outputs = new Outputs();
    private final MemoryEngine engine = new MemoryEngine("net", config(1), Learning.standard(), outputs);

    @ParameterizedTest
    @ValueSource(longs = {70_001, 500_000, 3 * WINDOW})
    void findsTheSameHoweverSpikesAreBatched(long batchMicros) {
        // Given
        long[][] spikes = chain(7);
        Outputs once = new Outputs();
        MemoryEngine windowByWindow = new MemoryEngine("net", config(1), Learning.standard(), once);
        // When
        send(spikes, WINDOW, windowByWindow);
        send(spikes, batchMicros, engine);
        // Then
        assertThat(once.changes).anyMatch(change -> change.contains("FORMED"));
        assertThat(once.rows).isNotEmpty();
        assertThat(outputs.changes).isEqualTo(once.changes);
        assertThat(outputs.rows).isEqualTo(once.rows);
        assertThat(outputs.windows).isEqualTo(once.windows);
        assertThat(dendrites(engine)).isNotEmpty().isEqualTo(dendrites(windowByWindow));
    }

    @Test
    void aCommandIsAppliedOnceInTheWindowInWhichItTakesEffect() {
        // Given
        engine.spikes(new long[] {10, 20}, new int[] {0, 1}, WINDOW);
        // When
        engine.command(new TimedCommand(2 * WINDOW + 5, 0, new Command.Stress(0.5, Command.FOREVER), "", "", 0));
        engine.closeWindowsBefore(2 * WINDOW);
        boolean tooEarly = outputs.applied.isEmpty();
        engine.closeWindowsBefore(4 * WINDOW);
        // Then
        assertThat(tooEarly).isTrue();
        assertThat(outputs.applied).containsExactly(2L);
        assertThat(outputs.windows).hasSize(4);
    }

    @Test
    void ofTwoCommandsAtOneTimeTheLaterOnePrevails() {
        // Given
        engine.spikes(new long[] {10, 20}, new int[] {0, 1}, WINDOW);
        // When
        engine.command(new TimedCommand(WINDOW, 0, new Command.Stage("MATURITY", 0), "", "", 0));
        engine.command(new TimedCommand(WINDOW, 0, new Command.Stage("GROWTH", 0), "", "", 0));
        engine.closeWindowsBefore(2 * WINDOW);
        // Then
        assertThat(outputs.stages).endsWith("GROWTH");
    }

    @Test
    void refusesAPartOfANetwork() {
        assertThatThrownBy(() -> new MemoryEngine("net", config(2), Learning.standard(), outputs))
                .hasMessage("shards is 2; an engine in one process has 1");
    }

    private static ShardConfig config(int shards) {
        CoFiringConfig coFiring = new CoFiringConfig(CoFiringConfig.Publish.AUTO, 256, 6, 5_000);
        return new ShardConfig(LagAxis.standard(), WINDOW, shards, 15, coFiring, 2_000);
    }

    /** Independent neurons at 5 Hz, but 1 often follows 0, and 3 follows 2; times and neurons, in order. */
    private static long[][] chain(long seed) {
        Random random = new Random(seed);
        List<long[]> spikes = new ArrayList<>();
        for (int neuron = 0; neuron < NEURONS; neuron++) {
            for (long at = 0; at < END - 10_000; at += 1 + (long) (-Math.log(1 - random.nextDouble()) * 200_000)) {
                spikes.add(new long[] {at, neuron});
                if (neuron < 4 && neuron % 2 == 0 && random.nextDouble() < 0.5) {
                    spikes.add(new long[] {at + 3_000 + random.nextInt(500), neuron + 1});
                }
            }
        }
        return spikes.stream()
                .sorted((a, b) -> Arrays.compare(a, b))
                .map(Arrays::toString)
                .distinct()
                .map(MemoryEngineTest::parse)
                .toArray(long[][]::new);
    }

    private static long[] parse(String spike) {
        return Arrays.stream(spike.substring(1, spike.length() - 1).split(", "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static void send(long[][] spikes, long batchMicros, MemoryEngine to) {
        int from = 0;
        for (long end = batchMicros; from < spikes.length; end += batchMicros) {
            int next = from;
            while (next < spikes.length && spikes[next][0] < end) {
                next++;
            }
            long[][] batch = Arrays.copyOfRange(spikes, from, next);
            to.spikes(
                    Arrays.stream(batch).mapToLong(spike -> spike[0]).toArray(),
                    Arrays.stream(batch).mapToInt(spike -> (int) spike[1]).toArray(),
                    end);
            from = next;
        }
        to.closeWindowsBefore(END);
    }

    private static List<String> dendrites(MemoryEngine engine) {
        List<String> rows = new ArrayList<>();
        engine.eachDendrite((post, row) -> rows.add(row(post, row)));
        return rows;
    }

    private static String row(int post, DendriteSynapses row) {
        StringBuilder text = new StringBuilder().append(post);
        for (int i = 0; i < row.size(); i++) {
            text.append(' ').append(row.get(i));
        }
        return text.toString();
    }

    /** Everything that closing windows finds. */
    private static final class Outputs implements EngineListener {
        final List<String> changes = new ArrayList<>();
        final List<String> rows = new ArrayList<>();
        final List<WindowTotals> windows = new ArrayList<>();
        final List<Long> applied = new ArrayList<>();
        final List<String> stages = new ArrayList<>();

        @Override
        public void change(WindowContext context, int post, SynapseChange change) {
            changes.add(context.window() + " " + post + " " + change);
        }

        @Override
        public void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {
            rows.add(window + " " + row(post, synapses));
        }

        @Override
        public void notice(NetworkNotice notice) {
            if (notice.kind() == NetworkNotice.Kind.COMMAND_APPLIED) {
                applied.add(notice.window());
            }
            stages.add(notice.stage());
        }

        @Override
        public void closed(WindowTotals totals, NeuronReport report) {
            windows.add(totals);
        }
    }
}
