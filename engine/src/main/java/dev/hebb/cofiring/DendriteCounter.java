package dev.hebb.cofiring;

/**
 * Counts all spike pairs of one post-synaptic neuron by partner and lag: the counting contract, dendrite by dendrite.
 *
 * <p>Pairs belong to the range that holds their later spike; the earlier one may lie up to the reach before it. A
 * neuron is never paired with itself: its own spikes are counted like the others', which costs less than looking, and
 * then wiped out. Owns scratch memory: not for use by two threads at once.
 */
public final class DendriteCounter {
    /**
     * Times and positions of a post-synaptic spike: of the partners before it from and to, and of those after it.
     */
    private static final int RANGE = 4;

    /** The same where only partners before it are counted. */
    private static final int CAUSAL_RANGE = 2;

    private final LagAxis axis;
    private final SplitTime time;
    private int[] sought = new int[0];
    private int[] ranges = new int[0];

    public DendriteCounter(LagAxis axis) {
        this.axis = axis;
        this.time = SplitTime.of(axis);
    }

    /**
     * Adds both orders of every pair of {@code postSlot} whose later spike lies in [from, to): causal pairs, whose
     * post-synaptic spike is that later one, and anti-causal ones, whose partner's is. A simultaneous pair is both.
     *
     * @param trains index of a range that contains [from, to), with the train of this slot
     * @param out has been reset to more than the largest slot that fires in the range
     * @throws ArithmeticException if a count is beyond an int
     */
    public void count(TrainIndex trains, int postSlot, long fromMicros, long toMicros, CountRow out) {
        int begin = trains.lowerBound(postSlot, fromMicros - axis.reachMicros() + 1);
        int own = trains.lowerBound(postSlot, fromMicros);
        int end = trains.lowerBound(postSlot, toMicros);
        out.expect(mostOfACell(trains, begin, end));
        seek(trains, begin, own, end, fromMicros, toMicros);
        add(trains, begin, end, out);
        out.clear(postSlot);
    }

    /** Adds only the causal pairs: those whose later (or simultaneous) spike is a post-synaptic one in [from, to). */
    public void countCausal(TrainIndex trains, int postSlot, long fromMicros, long toMicros, CountRow out) {
        int begin = trains.lowerBound(postSlot, fromMicros);
        int end = trains.lowerBound(postSlot, toMicros);
        out.expect(mostOfACell(trains, begin, end));
        seekCausal(trains, begin, end);
        SpikeBlocks blocks = trains.blocks();
        for (int block = 0; block < blocks.blocks(); block++) {
            blocks.lowerBounds(block, sought, ranges, CAUSAL_RANGE * (end - begin));
            addCausal(trains, begin, end, block, out);
        }
        out.clear(postSlot);
    }

    /**
     * Notes the times between which the partners of each post-synaptic spike lie.
     *
     * @param own first post-synaptic spike that has causal pairs
     * @param fromMicros of the later spikes of anti-causal pairs
     * @param toMicros of the later spikes of anti-causal pairs, exclusive
     */
    private void seek(TrainIndex trains, int begin, int own, int end, long fromMicros, long toMicros) {
        makeRoom(RANGE * (end - begin));
        int[] posts = trains.offsets();
        long from = fromMicros - trains.originMicros();
        long to = toMicros - trains.originMicros();
        int at = 0;
        for (int p = begin; p < end; p++) {
            long post = posts[p];
            long lastAfter = Math.min(to, post + axis.reachMicros());
            sought[at++] = p < own ? 0 : (int) Math.max(0, post - axis.reachMicros() + 1);
            sought[at++] = p < own ? 0 : (int) Math.max(0, post - axis.censorMicros() + 1);
            sought[at++] = (int) Math.min(lastAfter, Math.max(from, post + axis.censorMicros()));
            sought[at++] = (int) lastAfter;
        }
    }

    private void seekCausal(TrainIndex trains, int begin, int end) {
        makeRoom(CAUSAL_RANGE * (end - begin));
        int[] posts = trains.offsets();
        int at = 0;
        for (int p = begin; p < end; p++) {
            sought[at++] = Math.max(0, posts[p] - axis.reachMicros() + 1);
            sought[at++] = Math.max(0, posts[p] - axis.censorMicros() + 1);
        }
    }

    private void makeRoom(int size) {
        if (ranges.length < size) {
            sought = new int[2 * size];
            ranges = new int[2 * size];
        }
    }

    private void add(TrainIndex trains, int begin, int end, CountRow out) {
        SpikeBlocks blocks = trains.blocks();
        for (int block = 0; block < blocks.blocks(); block++) {
            blocks.lowerBounds(block, sought, ranges, RANGE * (end - begin));
            add(trains, begin, end, block, out);
        }
    }

    /** Counts what was found, spike by spike: both orders at once, since their keys lie side by side. */
    private void add(TrainIndex trains, int begin, int end, int block, CountRow out) {
        int[] posts = trains.offsets();
        int[] keys = trains.blocks().keys();
        int base = trains.blocks().firstSlot(block) * axis.cells();
        int zero = time.ofBins(axis.bins());
        int at = 0;
        for (int p = begin; p < end; p++, at += RANGE) {
            out.add(keys, ranges[at], ranges[at + 1], zero + time.split(posts[p]), base);
            out.add(keys, ranges[at + 2], ranges[at + 3], zero + time.split(posts[p] - 1), base);
        }
    }

    private void addCausal(TrainIndex trains, int begin, int end, int block, CountRow out) {
        int[] posts = trains.offsets();
        int[] keys = trains.blocks().keys();
        int base = trains.blocks().firstSlot(block) * axis.cells();
        int zero = time.ofBins(axis.bins());
        int at = 0;
        for (int p = begin; p < end; p++, at += CAUSAL_RANGE) {
            out.add(keys, ranges[at], ranges[at + 1], zero + time.split(posts[p]), base);
        }
    }

    /**
     * A cell's pairs have lags within one bin, so each of the partner's spikes has no more of them than post-synaptic
     * spikes fit into a bin; nor has the partner more spikes than the busiest slot.
     */
    private long mostOfACell(TrainIndex trains, int begin, int end) {
        int[] posts = trains.offsets();
        int densest = 0;
        int oldest = begin;
        for (int p = begin; p < end; p++) {
            while (posts[p] - posts[oldest] >= axis.binMicros()) {
                oldest++;
            }
            densest = Math.max(densest, p - oldest + 1);
        }
        return (long) densest * trains.busiest();
    }
}
