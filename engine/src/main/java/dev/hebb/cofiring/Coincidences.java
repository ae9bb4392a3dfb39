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
     * @param log holds every spike of [from − reach, to)
     * @param trains index of a range that contains [from, to)
     * @param into by slot, longer than the largest
     * @throws ArithmeticException if a count is beyond an int
     */
    public void count(SpikeLog log, TrainIndex trains, int postSlot, long fromMicros, long toMicros, int[] into) {
        int own = into[postSlot];
        int end = trains.lowerBound(postSlot, toMicros);
        for (int p = trains.lowerBound(postSlot, fromMicros - coincidenceMicros + 1); p < end; p++) {
            long post = trains.timeAt(p);
            long latest = Math.min(toMicros, post + coincidenceMicros);
            if (post >= fromMicros) {
                add(log, post - coincidenceMicros + 1, post - censorMicros + 1, into);
                add(log, post + Math.max(1, censorMicros), latest, into);
            } else {
                add(log, Math.max(fromMicros, post + censorMicros), latest, into);
            }
            into[postSlot] = own;
        }
    }

    private static void add(SpikeLog log, long earliest, long end, int[] into) {
        int[] slots = log.slots();
        int last = log.head() + log.lowerBound(end);
        for (int i = log.head() + log.lowerBound(earliest); i < last; i++) {
            into[slots[i]] = Math.incrementExact(into[slots[i]]);
        }
    }
}
