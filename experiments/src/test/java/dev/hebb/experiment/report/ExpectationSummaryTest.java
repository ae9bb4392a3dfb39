package dev.hebb.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationSummaryTest {
    @Test
    void givesMedianRangeAndHowOftenItWasMet() {
        // When
        List<ExpectationSummary> summaries = ExpectationSummary.of(List.of(kept(0.95), kept(0.7), kept(0.91)));

        // Then
        assertThat(summaries)
                .containsExactly(new ExpectationSummary("kept", "at least 90 %", "91 %", "70 % to 95 %", 2, 3));
    }

    @Test
    void keepsTheExpectationsApart() {
        // Given
        Result first = new Result(
                List.of(Expectation.atLeast("kept", 1, 0.9), Expectation.times("minutes", 3, 2, 1.2)), List.of());
        Result second = new Result(
                List.of(
                        Expectation.atLeast("kept", 0.5, 0.9),
                        Expectation.times("minutes", Double.POSITIVE_INFINITY, 2, 1.2)),
                List.of());

        // Then
        assertThat(ExpectationSummary.of(List.of(first, second)))
                .containsExactly(
                        new ExpectationSummary("kept", "at least 90 %", "100 %", "50 % to 100 %", 1, 2),
                        new ExpectationSummary(
                                "minutes",
                                "at least 1.20 times",
                                "infinitely often",
                                "1.50 times to infinitely often",
                                2,
                                2));
    }

    @Test
    void takesTheUpperOfTwoMiddleValues() {
        assertThat(ExpectationSummary.of(List.of(kept(0.2), kept(0.4), kept(0.1), kept(0.3))))
                .extracting(ExpectationSummary::median)
                .containsExactly("30 %");
    }

    private static Result kept(double share) {
        return new Result(List.of(Expectation.atLeast("kept", share, 0.9)), List.of());
    }
}
