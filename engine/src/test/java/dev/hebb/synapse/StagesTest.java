package dev.hebb.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StagesTest {
    private static final long DAY = 86_400_000_000L;

    private final Stages stages = Stages.standard();

    @Test
    void followTheAge() {
        assertThat(stages.at(0).name()).isEqualTo("GROWTH");
        assertThat(stages.at(16 * DAY - 1).name()).isEqualTo("GROWTH");
        assertThat(stages.at(16 * DAY).name()).isEqualTo("REFINEMENT");
        assertThat(stages.at(24 * DAY).name()).isEqualTo("MATURITY");
        assertThat(stages.at(1000 * DAY)).isEqualTo(stages.maturity());
    }

    @Test
    void pruningFallsInTheSecondStage() {
        // When
        StageConstants first = stages.at(16 * DAY);
        StageConstants later = stages.at(18 * DAY);
        StageConstants last = stages.at(24 * DAY - 1);
        // Then: half of the way to maturity after its half-life, and nearly all of it at its end
        assertThat(first).isEqualTo(stages.refinement());
        assertThat(later.maskBelowWeight()).isCloseTo(0.15, within(1e-12));
        assertThat(later.fanInBudget()).isEqualTo(40);
        assertThat(later.decayMicros()).isGreaterThan(first.decayMicros()).isLessThan(last.decayMicros());
        assertThat(last.maskBelowWeight()).isLessThan(0.11);
        assertThat(last.name()).isEqualTo("REFINEMENT");
    }

    @Test
    void areFoundByName() {
        assertThat(stages.named("MATURITY", 0)).contains(stages.maturity());
        assertThat(stages.named("REFINEMENT", 2 * DAY)).contains(stages.at(18 * DAY));
        assertThat(stages.named("", 0)).isEmpty();
        assertThat(stages.has("REFINEMENT")).isTrue();
        assertThat(stages.has("TODDLER")).isFalse();
    }

    @Test
    void refuseWhatCannotBe() {
        assertThatThrownBy(() -> new Stages(stages.growth(), 5, stages.refinement(), 1, 4, stages.maturity(), 0))
                .hasMessageContaining("in this order");
        assertThatThrownBy(() -> new Stages(stages.growth(), 1, stages.growth(), 1, 4, stages.maturity(), 0))
                .hasMessageContaining("give each its own");
    }
}
