package dev.hebb.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.experiment.report.Expectation.Unit;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void boundsAShareFromBelow() {
        assertThat(Expectation.atLeast("kept", 0.9, 0.9))
                .isEqualTo(new Expectation("kept", "at least 90 %", "90 %", 0.9, Unit.SHARE, true));
        assertThat(Expectation.atLeast("kept", 0.899, 0.9).met()).isFalse();
    }

    @Test
    void boundsAShareFromAbove() {
        assertThat(Expectation.atMost("lost", 0.02, 0.02))
                .isEqualTo(new Expectation("lost", "at most 2 %", "2 %", 0.02, Unit.SHARE, true));
        assertThat(Expectation.atMost("lost", 0.021, 0.02).met()).isFalse();
    }

    @Test
    void boundsAShareFromBothSides() {
        assertThat(Expectation.between("left", 0.5, 0.4, 0.6))
                .isEqualTo(new Expectation("left", "40 % to 60 %", "50 %", 0.5, Unit.SHARE, true));
        assertThat(Expectation.between("left", 0.39, 0.4, 0.6).met()).isFalse();
        assertThat(Expectation.between("left", 0.61, 0.4, 0.6).met()).isFalse();
    }

    @Test
    void boundsARatio() {
        assertThat(Expectation.times("minutes", 3, 2, 1.5))
                .isEqualTo(
                        new Expectation("minutes", "at least 1.50 times", "3.00 against 2.00", 1.5, Unit.TIMES, true));
        assertThat(Expectation.times("minutes", 2.9, 2, 1.5).met()).isFalse();
    }

    @Test
    void takesWhatNeverHappenedAsLaterThanWhatDid() {
        assertThat(Expectation.times("minutes", NEVER, 2, 1.5))
                .isEqualTo(new Expectation(
                        "minutes", "at least 1.50 times", "never against 2.00", NEVER, Unit.TIMES, true));
    }

    @Test
    void comparesNoTimesOfWhichTheOtherNeverCame() {
        assertThat(Expectation.times("minutes", NEVER, NEVER, 1.5).met()).isFalse();
        assertThat(Expectation.times("minutes", 2, NEVER, 1.5).met()).isFalse();
    }

    @Test
    void expectsMoreThanNothing() {
        assertThat(Expectation.times("percent", 0, 0, 2).met()).isFalse();
        assertThat(Expectation.times("percent", 1, 0, 2).met()).isTrue();
    }
}
