package dev.hebb.cofiring;

/**
 * The lags that are counted: {@code bins} bins of {@code binMicros} on each side of zero.
 *
 * <p>A two-sided histogram of an ordered pair (pre → post) has {@link #cells()} cells. With lag = t_post − t_pre, cell
 * {@code bins + floor(lag / binMicros)} counts the causal pairs (lag ≥ 0), cell {@code bins − 1 − floor(|lag| /
 * binMicros)} the anti-causal ones (lag &lt; 0); so time runs from left to right. A simultaneous pair is causal both
 * ways, and is therefore in both of the middle cells.
 *
 * @param binMicros width of a bin, 1 µs or more; a lag on an edge belongs to the bin further from zero
 * @param bins bins on each side of zero
 * @param censorMicros pairs closer than this are not counted, 0 for none; less than the reach
 */
public record LagAxis(int binMicros, int bins, int censorMicros) {
    /** Beyond this many bins a row is no longer something that stays in a cache. */
    public static final int MAX_BINS = 4_000;

    /** The largest reach, about 9 minutes: keeps both sides of zero, in µs, in an int. */
    public static final int MAX_REACH_MICROS = 1 << 29;

    public LagAxis {
        if (binMicros < 1) {
            throw new IllegalArgumentException("binMicros is " + binMicros + "; a lag bin is at least 1 µs wide");
        }
        if (bins < 1 || bins > MAX_BINS) {
            throw new IllegalArgumentException("bins is " + bins + "; it must be from 1 to " + MAX_BINS);
        }
        if ((long) binMicros * bins > MAX_REACH_MICROS) {
            throw new IllegalArgumentException("bins is " + bins + " and binMicros is " + binMicros
                    + ", which reaches beyond " + MAX_REACH_MICROS + " µs; take fewer or narrower ones");
        }
        if (censorMicros < 0 || censorMicros >= binMicros * bins) {
            throw new IllegalArgumentException("censorMicros is " + censorMicros
                    + "; it must be from 0 to less than the reach of " + (binMicros * bins) + " µs");
        }
    }

    /** 50 bins of 1 ms, nothing censored. */
    public static LagAxis standard() {
        return new LagAxis(1_000, 50, 0);
    }

    /** The lag that is no longer counted, in µs. */
    public int reachMicros() {
        return binMicros * bins;
    }

    /** Cells of a two-sided histogram. */
    public int cells() {
        return 2 * bins;
    }

    /** The bin, counted from zero outwards, of a lag of 0 µs to less than the reach. */
    public int binOf(int lagMicros) {
        return lagMicros / binMicros;
    }

    /** The cell of a lag ≥ 0 of post after pre. */
    public int causalCell(int lagMicros) {
        return bins + binOf(lagMicros);
    }

    /** The cell of a pair whose post-synaptic spike came {@code leadMicros} ≥ 0 before the other. */
    public int antiCausalCell(int leadMicros) {
        return bins - 1 - binOf(leadMicros);
    }
}
