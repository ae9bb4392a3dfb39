package dev.hebb.cofiring;

/**
 * Undirected co-firing: how often two neurons fire within less than an interval of each other, whichever came first. A
 * simultaneous pair counts once. Stateless but for its settings.
 */
public final class Coincidences {
    private final int censorMicros;
    private final int coincidenceMicros;

    /**
     * @param axis its censor holds here too
     * @param coincidenceMicros pairs with |lag| below this coincide; 1 µs up to the axis' reach
     */
    public Coincidences(LagAxis axis, int coincidenceMicros) {
        if (coincidenceMicros < 1 || coincidenceMicros > axis.reachMicros()) {
            throw new IllegalArgumentException("coincidence interval of " + coincidenceMicros + " µs; choose 1 to "
                    + axis.reachMicros() + " µs, the reach of the lags");
        }
        this.censorMicros = axis.censorMicros();
        this.coincidenceMicros = coincidenceMicros;
    }

    /**
     * Adds, for each other slot, its pairs with {@code postSlot} whose later spike lies in [from, to).
     *
     * @param trains index of a range that contains [from, to)
     * @param into by slot, longer than the largest
     * @throws ArithmeticException if a count is beyond an int
     */
    public void count(TrainIndex trains, int postSlot, long fromMicros, long toMicros, int[] into) {
        int own = into[postSlot];
        int end = trains.lowerBound(postSlot, toMicros);
        for (int p = trains.lowerBound(postSlot, fromMicros - coincidenceMicros + 1); p < end; p++) {
            long post = trains.timeAt(p);
            long latest = Math.min(toMicros, post + coincidenceMicros);
            if (post >= fromMicros && censorMicros == 0) {
                add(trains, post - coincidenceMicros + 1, latest, into);
            } else if (post >= fromMicros) {
                add(trains, post - coincidenceMicros + 1, post - censorMicros + 1, into);
                add(trains, post + Math.max(1, censorMicros), latest, into);
            } else {
                add(trains, Math.max(fromMicros, post + censorMicros), latest, into);
            }
            into[postSlot] = own;
        }
    }

    private static void add(TrainIndex trains, long earliest, long end, int[] into) {
        SpikeBlocks blocks = trains.blocks();
        for (int block = 0; block < blocks.blocks(); block++) {
            int last = blocks.lowerBound(block, end - trains.originMicros());
            for (int i = blocks.lowerBound(block, earliest - trains.originMicros()); i < last; i++) {
                int slot = blocks.slotAt(block, i);
                into[slot] = Math.incrementExact(into[slot]);
            }
        }
    }
}
