package dev.hebb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.LagAxis;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that all ways that are compared count the same pairs. */
class WaysAgreeTest {
    private static final LagAxis AXIS = LagAxis.standard();
    private static final long WINDOW_MICROS = 1_000_000;

    private final SpikeSet spikes = SpikeSet.poisson(20, 50, 3_500_000, 3);

    @Test
    void plainLoopCountsThePairsOfTheContract() {
        assertThat(new PlainLoop(AXIS, 20).count(spikes))
                .isEqualTo(spikes.pairs(AXIS))
                .isPositive();
    }

    @Test
    void dslSelfJoinCountsThePairsOfTheContract(@TempDir java.nio.file.Path stateDirectory) {
        Properties properties = DslSelfJoin.properties("dsl", "127.0.0.1:1", stateDirectory.toString());
        DslSelfJoin join = new DslSelfJoin("spikes", "counts", AXIS, 100_000);
        SpikeSet few = spikes.before(250_000);
        Map<String, Long> newest = new HashMap<>();
        try (TopologyTestDriver driver = new TopologyTestDriver(join.topology(properties), properties)) {
            var input = driver.createInputTopic("spikes", new StringSerializer(), new IntegerSerializer());
            for (int i = 0; i < few.size(); i++) {
                input.pipeInput("net", few.ids()[i], few.timesMicros()[i]);
            }
            driver.createOutputTopic("counts", new StringDeserializer(), new LongDeserializer())
                    .readKeyValuesToList()
                    .forEach(count -> newest.put(count.key, count.value));
        }
        assertThat(newest.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(few.pairs(AXIS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void kernelsCountThroughAllWindows(boolean bothOrders) {
        assertThat(new KernelLoop(AXIS, WINDOW_MICROS, bothOrders).count(spikes))
                .isEqualTo(inTheFirstBinWithTheNextNeuron())
                .isGreaterThan(100);
    }

    /** Pairs of each neuron with the one behind it, which fired first, less than a lag bin before. */
    private long inTheFirstBinWithTheNextNeuron() {
        long pairs = 0;
        for (int post = 0; post < spikes.size(); post++) {
            for (int pre = 0; pre < spikes.size(); pre++) {
                long lag = spikes.timesMicros()[post] - spikes.timesMicros()[pre];
                boolean isNext = spikes.ids()[pre] == (spikes.ids()[post] + 1) % spikes.neurons();
                pairs += isNext && lag >= 0 && lag < AXIS.binMicros() ? 1 : 0;
            }
        }
        return pairs;
    }

    @Test
    void aTurnLeavesOutWhatCameAfterIt() {
        PoissonRun run = new PoissonRun(20, 50, 4, WINDOW_MICROS, 3);
        long all = run.pairs(AXIS);

        assertThat(new RecountWindows(1).pairsCounted(run, AXIS)).isEqualTo(all);
        // 20 ranks in 4 windows, each window the turn of a quarter: 1/4 + 2/4 + 3/4 + 4/4 of 4 windows
        assertThat(new RecountWindows(4).pairsCounted(run, AXIS)).isBetween(all / 2, 3 * all / 4);
        assertThat(new RecountWindows(1_000).pairsCounted(run, AXIS)).isBetween(1L, all / 3);
    }
}
