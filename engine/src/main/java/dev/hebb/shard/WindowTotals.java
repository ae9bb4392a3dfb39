package dev.hebb.shard;

/**
 * What happened in one shard in one closed window.
 *
 * @param window index
 * @param startMicros inclusive
 * @param endMicros exclusive
 * @param observedMicros the part that no gap covers
 * @param networkSpikes spikes of the whole network
 * @param spikes spikes of the shard's own neurons
 * @param neurons neurons of the shard that were ever seen
 * @param pairs ordered pairs onto the shard's neurons that the counting contract counts
 * @param active synapses after the window
 * @param dormant synapses after the window
 * @param formed transitions in the window
 * @param masked transitions in the window
 * @param unmasked transitions in the window
 * @param pruned transitions in the window
 * @param meanWeight of active synapses, 0 where there is none
 * @param stage the network's stage
 * @param stress mean level in the window
 * @param stimulated neurons of the shard that a stimulation held for
 */
public record WindowTotals(
        long window,
        long startMicros,
        long endMicros,
        long observedMicros,
        long networkSpikes,
        long spikes,
        int neurons,
        long pairs,
        int active,
        int dormant,
        int formed,
        int masked,
        int unmasked,
        int pruned,
        double meanWeight,
        String stage,
        double stress,
        int stimulated) {
    /** Before the first window is closed. */
    public static final WindowTotals NONE = new WindowTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", 0, 0);
}
