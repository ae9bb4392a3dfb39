package dev.hebb.produce;

/**
 * Collects spikes into batches of bounded duration and size: every spike once, in the order they came. Spikes out of
 * order share a batch as long as they lie within its duration. Not thread-safe.
 */
public final class BatchCutter {
    private final long batchMicros;
    private final SpikeBlock pending = new SpikeBlock();
    private long earliestMicros;
    private long latestMicros;

    /**
     * A cutter of batches.
     *
     * @param batchMicros a batch's earliest and latest spike are less than this apart; 1 to 2^31-1
     */
    public BatchCutter(long batchMicros) {
        requirePossible(batchMicros);
        this.batchMicros = batchMicros;
    }

    static void requirePossible(long batchMicros) {
        if (batchMicros < 1 || batchMicros > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a batch of " + batchMicros + " µs is not possible: give 1 µs to 2147 s");
        }
    }

    /** Returns whether a spike at this time can join the batch; if not, take the batch first. */
    public boolean fits(long timeMicros) {
        return pending.isEmpty()
                || (pending.length() < SpikeBatchEncoder.MAX_SPIKES
                        && timeMicros - earliestMicros < batchMicros
                        && latestMicros - timeMicros < batchMicros);
    }

    /** Adds a spike that {@link #fits}. */
    public void add(long timeMicros, int neuron) {
        if (pending.isEmpty()) {
            earliestMicros = timeMicros;
            latestMicros = timeMicros;
        } else {
            earliestMicros = Math.min(earliestMicros, timeMicros);
            latestMicros = Math.max(latestMicros, timeMicros);
        }
        pending.add(timeMicros, neuron);
    }

    /** The batch so far; {@link #clear} it when it is sent. */
    public SpikeBlock pending() {
        return pending;
    }

    /** Time of the earliest spike of a batch that is not empty: its origin. */
    public long earliestMicros() {
        return earliestMicros;
    }

    /** Time of the latest spike of a batch that is not empty. */
    public long latestMicros() {
        return latestMicros;
    }

    public void clear() {
        pending.clear();
    }
}
