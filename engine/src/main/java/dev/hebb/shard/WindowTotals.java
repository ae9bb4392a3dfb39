package dev.hebb.shard;

/**
 * Totals of one closed window in one shard.
 *
 * @param span when it was
 * @param activity spikes and pairs in it
 * @param synapses those of the shard after it
 * @param transitions of synapses in it
 * @param stage the network's stage
 * @param stress mean level in it
 */
public record WindowTotals(
        Span span, Activity activity, Synapses synapses, Transitions transitions, String stage, double stress) {
    /** Totals before the first window is closed. */
    public static final WindowTotals NONE = new WindowTotals(
            new Span(0, 0, 0, 0),
            new Activity(0, 0, 0, 0, 0),
            new Synapses(0, 0, 0),
            new Transitions(0, 0, 0, 0),
            "",
            0);

    /**
     * A window.
     *
     * @param window index
     * @param startMicros inclusive
     * @param endMicros exclusive
     * @param observedMicros the part that no gap covers
     */
    public record Span(long window, long startMicros, long endMicros, long observedMicros) {}

    /**
     * Spikes and pairs.
     *
     * @param networkSpikes spikes of the whole network
     * @param spikes spikes of the shard's own neurons
     * @param neurons neurons of the shard that were ever seen
     * @param pairs ordered pairs onto the shard's neurons that the counting contract counts
     * @param stimulated neurons of the shard that a stimulation held for
     */
    public record Activity(long networkSpikes, long spikes, int neurons, long pairs, int stimulated) {}

    /**
     * Synapses by state.
     *
     * @param meanWeight of active synapses, 0 where there is none
     */
    public record Synapses(int active, int dormant, double meanWeight) {}

    /** Transitions by kind. */
    public record Transitions(int formed, int masked, int unmasked, int pruned) {}

    /** Index of the window. */
    public long window() {
        return span.window();
    }

    /** End of the window, exclusive. */
    public long endMicros() {
        return span.endMicros();
    }

    /** The part of the window that no gap covers. */
    public long observedMicros() {
        return span.observedMicros();
    }
}
