package dev.hebb.experiment.report;

/**
 * Expected result: a bound that a measured value must meet.
 *
 * @param what in words
 * @param bound in words: "at least 90 %"
 * @param measured in words
 * @param value the number that the bound is for
 * @param unit what it is a number of
 * @param met whether it was seen
 */
public record Expectation(String what, String bound, String measured, double value, Unit unit, boolean met) {
    /** Unit of the number that a bound is for. */
    public enum Unit {
        SHARE,
        TIMES;

        String words(double value) {
            if (this == SHARE) {
                return ReportNumbers.percent(value);
            }
            return Double.isInfinite(value) ? "infinitely often" : ReportNumbers.number(value) + " times";
        }
    }

    /** A share that must not be smaller. */
    public static Expectation atLeast(String what, double share, double least) {
        return new Expectation(
                what,
                "at least " + ReportNumbers.percent(least),
                ReportNumbers.percent(share),
                share,
                Unit.SHARE,
                share >= least);
    }

    /** A share that must not be larger. */
    public static Expectation atMost(String what, double share, double most) {
        return new Expectation(
                what,
                "at most " + ReportNumbers.percent(most),
                ReportNumbers.percent(share),
                share,
                Unit.SHARE,
                share <= most);
    }

    /** A share that must lie between two. */
    public static Expectation between(String what, double share, double least, double most) {
        String bound = ReportNumbers.percent(least) + " to " + ReportNumbers.percent(most);
        return new Expectation(
                what, bound, ReportNumbers.percent(share), share, Unit.SHARE, share >= least && share <= most);
    }

    /**
     * A number that must be at least a multiple of another. The other must be finite, because of two times that never
     * came, none is later.
     */
    public static Expectation times(String what, double number, double other, double least) {
        String bound = "at least " + ReportNumbers.number(least) + " times";
        String measured = ReportNumbers.number(number) + " against " + ReportNumbers.number(other);
        return new Expectation(
                what,
                bound,
                measured,
                number / other,
                Unit.TIMES,
                number > 0 && Double.isFinite(other) && number >= least * other);
    }
}
