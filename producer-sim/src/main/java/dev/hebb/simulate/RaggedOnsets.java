package dev.hebb.simulate;

import java.util.random.RandomGenerator;

/** Times at which neurons join a burst, if they do. */
final class RaggedOnsets {
    /** Onset of a neuron that does not take part. */
    static final long ABSENT = Long.MIN_VALUE;

    private final double participation;
    private final long jitterMicros;
    private final long[] delays;
    private final RandomGenerator random;

    RaggedOnsets(SimulationSettings settings) {
        participation = settings.bursts().participation();
        long onset = settings.bursts().onsetMicros();
        jitterMicros = onset / 2;
        delays = new long[settings.neurons()];
        random = RandomStreams.RAGGED_BURSTS.of(settings.seed());
        for (int neuron = 0; neuron < delays.length; neuron++) {
            delays[neuron] = random.nextLong(onset + 1);
        }
    }

    /**
     * Returns when this neuron joins the burst that began at some time, or {@link #ABSENT}: to be asked once for each.
     */
    long next(long burstMicros, int neuron) {
        boolean present = random.nextDouble() < participation;
        long jitter = random.nextLong(jitterMicros + 1);
        return present ? burstMicros + delays[neuron] + jitter : ABSENT;
    }
}
