package dev.hebb.experiment.report;

/**
 * Something that must be seen.
 *
 * @param what in words
 * @param bound in words: "at least 90 %"
 * @param measured in words
 * @param met whether it was seen
 */
public record Expectation(String what, String bound, String measured, boolean met) {
    /** A share that must not be smaller. */
    public static Expectation atLeast(String what, double share, double least) {
        return new Expectation(what, "at least " + Words.percent(least), Words.percent(share), share >= least);
    }

    /** A share that must not be larger. */
    public static Expectation atMost(String what, double share, double most) {
        return new Expectation(what, "at most " + Words.percent(most), Words.percent(share), share <= most);
    }

    /** A share that must lie between two. */
    public static Expectation between(String what, double share, double least, double most) {
        String bound = Words.percent(least) + " to " + Words.percent(most);
        return new Expectation(what, bound, Words.percent(share), share >= least && share <= most);
    }

    /** A number that must be so many times another. */
    public static Expectation times(String what, double number, double other, double least) {
        String bound = "at least " + Words.number(least) + " times";
        String measured = Words.number(number) + " against " + Words.number(other);
        return new Expectation(what, bound, measured, number >= least * other);
    }
}
