package dev.hebb.evidence;

/** Test of whether a pair is used, or its counts are chance. */
public final class Use {
    private Use() {}

    /**
     * Log likelihood ratio of a Poisson count, for means lift · chance and chance: the step of Wald's sequential test.
     *
     * @param count pairs at the synapse's lag
     * @param chance how many of them chance explains
     * @param lift how many times more a used synapse has than chance explains, above 0
     */
    public static double logOdds(double count, double chance, double lift) {
        return count * Math.log(lift) - (lift - 1) * chance;
    }
}
