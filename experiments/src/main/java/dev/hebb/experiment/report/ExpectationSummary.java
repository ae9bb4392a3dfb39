package dev.hebb.experiment.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Summary of one expectation over several runs of an experiment, each with another seed.
 *
 * @param what in words
 * @param bound in words
 * @param median in words
 * @param range from the least to the most, in words
 * @param met how often it was seen
 * @param runs how often it was looked for
 */
public record ExpectationSummary(String what, String bound, String median, String range, int met, int runs) {
    /** Summarises each expectation over all results, which must be of the same experiment. */
    public static List<ExpectationSummary> of(List<Result> results) {
        List<ExpectationSummary> summaries = new ArrayList<>();
        for (int k = 0; k < results.get(0).expectations().size(); k++) {
            int expectation = k;
            summaries.add(ofOne(results.stream()
                    .map(result -> result.expectations().get(expectation))
                    .toList()));
        }
        return summaries;
    }

    private static ExpectationSummary ofOne(List<Expectation> runs) {
        Expectation first = runs.get(0);
        double[] values = runs.stream().mapToDouble(Expectation::value).sorted().toArray();
        return new ExpectationSummary(
                first.what(),
                first.bound(),
                first.unit().words(values[values.length / 2]),
                first.unit().words(values[0]) + " to " + first.unit().words(values[values.length - 1]),
                (int) runs.stream().filter(Expectation::met).count(),
                runs.size());
    }
}
