package dev.hebb.produce;

/**
 * The step of which all times of a recording are multiples, if that is coarse: it was binned, or comes from images.
 *
 * @param micros length, which need not be whole: 3,333.3 at 300 Hz
 */
public record TimeStep(double micros) {
    /** Default width of a lag bin. */
    private static final int LAG_BIN_MICROS = 1_000;

    /** Widest that a lag bin can be with the other defaults. */
    private static final int WIDEST_LAG_BIN_MICROS = 2_727;

    /** Longest lag of a synapse, and how many bins beyond it the evidence looks at. */
    private static final int LONGEST_LAG_MICROS = 25_000;

    private static final int BINS_BEYOND = 17;

    /** A bin holds so many steps that one more or less does not matter. */
    private static final int FINE_MICROS = 250;

    private static final double TOLERANCE_MICROS = 2;

    /** Returns whether each of the default lag bins holds as many steps as every other, or nearly so. */
    public boolean fitsLagBins() {
        return micros <= FINE_MICROS
                || Math.abs(Math.rint(LAG_BIN_MICROS / micros) * micros - LAG_BIN_MICROS) <= TOLERANCE_MICROS;
    }

    /** Least width of lag bins that fits, in microseconds; 0 if none can be set. */
    int fittingBinMicros() {
        double width = Math.ceil(LAG_BIN_MICROS / micros - TOLERANCE_MICROS / LAG_BIN_MICROS) * micros;
        return width <= WIDEST_LAG_BIN_MICROS ? (int) Math.rint(width) : 0;
    }

    /** What to do if it does not fit, in words. */
    public String advice() {
        String step = Math.rint(micros) == micros ? Long.toString((long) micros) : String.valueOf((float) micros);
        int bin = fittingBinMicros();
        return "all times are multiples of " + step + " µs, which do not fit into the default lag bins of "
                + LAG_BIN_MICROS
                + " µs: synapses would be missed, and others would be false. "
                + (bin == 0
                        ? "No width of lag bins helps, so use finer times"
                        : "Use finer times, or an app of its own with hebb.axis.bin-micros=" + bin
                                + " and hebb.axis.bins=" + (BINS_BEYOND + (LONGEST_LAG_MICROS + bin - 1) / bin));
    }
}
