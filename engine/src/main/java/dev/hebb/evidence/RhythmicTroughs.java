package dev.hebb.evidence;

/**
 * Troughs that a rhythm makes, whether neurons share its phase or each has its own. With phases of their own, they are
 * as frequent beyond the lags of synapses as at them; with a common phase, they have mirror images around zero lag. A
 * synapse makes neither. So where there are many of these, as many standard deviations are needed as leave few of them.
 * Unlike those of chance, a rhythm's troughs become stronger with the root of the observed time. The numbers here are
 * for the default lag bins.
 */
final class RhythmicTroughs {
    /**
     * So many beyond the lags of synapses are let pass. Of 57 known networks, none has more at any time, in a sample of
     * 2,256 ordered pairs; of neurons with a strong rhythm and no synapse, samples have up to 350.
     */
    private static final int ALLOWED_BEYOND = 2;

    /** How many times more places there are for a trough at the lags of synapses than beyond. */
    private static final int NEAR_FOR_EACH_BEYOND = 3;

    /**
     * So many mirror images are let pass, as a share of the pairs, besides one for each trough without. Of 57 known
     * networks none has more than 0.6 % at any time; of neurons with a common rhythm, up to 97 % of the pairs have one.
     */
    private static final double ALLOWED_MIRRORED = 0.01;

    /** The strength of a trough is as uncertain as its count: by one standard deviation. */
    private static final double NOISE = 1;

    private RhythmicTroughs() {}

    /**
     * Standard deviations with which, by the troughs that no synapse makes, at most a share of the others is made by a
     * rhythm.
     *
     * @param near strengths of the troughs that may be synapses', ascending
     * @param beyond of those beyond the lags of synapses, ascending
     * @param mirrored of those with a mirror image, ascending
     * @param pairs of the sample
     * @param rate share that may be false
     * @return 0 if no rhythm shows
     */
    static double leastStrength(double[] near, double[] beyond, double[] mirrored, int pairs, double rate) {
        double least = 0;
        if (NEAR_FOR_EACH_BEYOND * (beyond.length - ALLOWED_BEYOND) > rate * near.length) {
            least = above(beyond, near, rate / NEAR_FOR_EACH_BEYOND);
        }
        if (atLeast(mirrored, least) > ALLOWED_MIRRORED * pairs + atLeast(near, least)) {
            least = Math.max(least, above(mirrored, near, rate));
        }
        return least;
    }

    /** The strength above which at most a share as many troughs of a kind are as of those near, and the noise of it. */
    private static double above(double[] kind, double[] near, double share) {
        double least = 0;
        for (int left = kind.length; left > share * atLeast(near, least); left--) {
            least = Math.nextUp(kind[kind.length - left]);
        }
        return least + NOISE;
    }

    private static int atLeast(double[] ascending, double least) {
        int below = 0;
        while (below < ascending.length && ascending[below] < least) {
            below++;
        }
        return ascending.length - below;
    }
}
