package dev.hebb.cofiring;

/**
 * Counts all spike pairs of one post-synaptic neuron by partner and lag: the counting contract, dendrite by dendrite.
 *
 * <p>Pairs belong to the range that holds their later spike; the earlier one may lie up to the reach before it. A
 * neuron is never paired with itself. Not thread-safe.
 */
public final class DendriteCounter {
    private final LagAxis axis;

    public DendriteCounter(LagAxis axis) {
        this.axis = axis;
    }

    /**
     * Adds both orders of every pair of {@code postSlot} whose later spike lies in [from, to): causal pairs, whose
     * post-synaptic spike is that later one, and anti-causal ones, whose partner's is. A simultaneous pair is both.
     *
     * @param log holds every spike of [from − reach, to)
     * @param trains index of a range that contains [from, to)
     * @param out has been reset to more than the largest slot
     */
    public void count(SpikeLog log, TrainIndex trains, int postSlot, long fromMicros, long toMicros, CountRow out) {
        countCausal(log, trains, postSlot, fromMicros, toMicros, out);
        int begin = trains.lowerBound(postSlot, fromMicros - axis.reachMicros() + 1);
        int end = trains.lowerBound(postSlot, toMicros);
        for (int p = begin; p < end; p++) {
            long post = trains.timeAt(p);
            int last = log.lowerBound(Math.min(toMicros, post + axis.reachMicros()));
            for (int i = log.lowerBound(Math.max(fromMicros, post + axis.censorMicros())); i < last; i++) {
                out.increment(log.slotAt(i), axis.antiCausalCell((int) (log.timeAt(i) - post)));
            }
        }
        out.clear(postSlot);
    }

    /** Adds only the causal pairs: those whose later (or simultaneous) spike is a post-synaptic one in [from, to). */
    public void countCausal(
            SpikeLog log, TrainIndex trains, int postSlot, long fromMicros, long toMicros, CountRow out) {
        int begin = trains.lowerBound(postSlot, fromMicros);
        int end = trains.lowerBound(postSlot, toMicros);
        for (int p = begin; p < end; p++) {
            long post = trains.timeAt(p);
            int last = log.lowerBound(post - axis.censorMicros() + 1);
            for (int i = log.lowerBound(post - axis.reachMicros() + 1); i < last; i++) {
                out.increment(log.slotAt(i), axis.causalCell((int) (post - log.timeAt(i))));
            }
        }
        out.clear(postSlot);
    }
}
