package dev.hebb.e2e;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSink;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The network of the long tests: neurons that fire without end, with a synapse for every second of them. */
final class SoakNetwork {
    static final String NAME = "soak";
    /** As the launcher has it. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    static final long WINDOW_MICROS = 10_000_000;
    static final long HOUR_MICROS = TimeUnit.HOURS.toMicros(1);

    private SoakNetwork() {}

    static SimulationSettings of(int neurons, double rateHz) {
        return SimulationSettings.independent(neurons, rateHz, SimulationSettings.ENDLESS, 7)
                .with(new SynapsePlan(neurons / 2, 0.6, 1_000, 5_000, 0));
    }

    /** Event time until which every shard has closed its windows. */
    static long closedMicros(SoakWindows windows) {
        return (windows.closed() + 1) * WINDOW_MICROS;
    }

    /**
     * Spikes that wait where the app is too far behind, so that it sets the pace.
     *
     * @param aheadMicros how far spikes may be ahead of the windows that are seen to be closed, in event time, so that
     *     Kafka's disk does not fill; they need a few commits until then, so that much less would set the pace
     */
    record Held(SpikeSink sink, SoakWindows windows, long aheadMicros) implements SpikeSink {
        @Override
        public void batch(long originMicros, SpikeBlock spikes) {
            try {
                while (originMicros > closedMicros(windows) + aheadMicros) {
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while the app was behind", e);
            }
            sink.batch(originMicros, spikes);
        }

        @Override
        public void heartbeat(long originMicros) {
            sink.heartbeat(originMicros);
        }

        @Override
        public void gap(long fromMicros, long toMicros) {
            sink.gap(fromMicros, toMicros);
        }

        @Override
        public void flush() {
            sink.flush();
        }
    }
}
