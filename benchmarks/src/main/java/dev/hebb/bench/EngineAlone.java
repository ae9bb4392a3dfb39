package dev.hebb.bench;

import dev.hebb.engine.EngineListener;
import dev.hebb.engine.MemoryEngine;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.WindowTotals;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * The engine in memory, on one thread: all that Hebb computes, without Kafka and RocksDB. What the pipeline takes
 * beyond this is the price of being durable.
 */
final class EngineAlone {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FIFTHS = 5;
    private static final double NANOS = 1e9;
    private static final double BILLION = 1e9;

    private final ShardConfig config;

    /** @param config with one shard */
    EngineAlone(ShardConfig config) {
        this.config = config;
    }

    /** Totals of closed windows. */
    private static final class Sum implements EngineListener {
        private long pairs;
        private int synapses;

        @Override
        public void closed(WindowTotals totals, NeuronReport report) {
            pairs += totals.activity().pairs();
            synapses = totals.synapses().active() + totals.synapses().dormant();
        }
    }

    /** Measures processor time of this thread, without making the spikes. Compilers have threads of their own. */
    BenchRow run(PoissonRun run) {
        Sum sum = new Sum();
        MemoryEngine engine = new MemoryEngine("bench", config, Learning.standard(), sum);
        double[] fifths = new double[FIFTHS];
        long spikes = 0;
        for (int window = 0; window < run.windows(); window++) {
            SpikeSet set = run.window(window);
            long before = THREADS.getCurrentThreadCpuTime();
            engine.spikes(set.timesMicros(), set.ids(), (window + 1) * run.windowMicros());
            fifths[FIFTHS * window / run.windows()] += (THREADS.getCurrentThreadCpuTime() - before) / NANOS;
            spikes += set.size();
        }
        double seconds = Arrays.stream(fifths).sum();
        long counted = new RecountWindows(config.judgeEveryWindows()).pairsCounted(run, config.axis());
        return BenchRow.of(Way.ENGINE_ALONE.label(), run.neurons(), spikes, counted, seconds)
                .with("spikesPerSecond", spikes / seconds)
                .with("cpuSecondsPerBillionPairs", seconds / counted * BILLION)
                .with("fifthsSeconds", fifths)
                .with("pairsInWindows", sum.pairs)
                .with("synapses", sum.synapses);
    }
}
