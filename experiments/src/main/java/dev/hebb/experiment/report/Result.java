package dev.hebb.experiment.report;

import java.util.List;

/**
 * Result of an experiment.
 *
 * @param expectations what must be seen, and whether it was
 * @param figures what happened, over time
 */
public record Result(List<Expectation> expectations, List<Figure> figures) {
    public Result {
        expectations = List.copyOf(expectations);
        figures = List.copyOf(figures);
    }

    /** Returns whether everything was seen that must be. */
    public boolean asExpected() {
        return expectations.stream().allMatch(Expectation::met);
    }
}
