package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingProperties {
    private static final SpikeClock SECONDS = seconds();

    private static SpikeClock seconds() {
        try {
            return SpikeClock.of(UnitOfTime.SECONDS, Optional.empty(), "here");
        } catch (UnreadableRecordingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property
    void samplesAreRoundedHalfUpExactly(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long sample,
            @ForAll @BigRange(min = "0.5", max = "2000000") @Scale(6) BigDecimal rate) {
        // When
        long micros = new SampleClock(rate).micros(sample);
        // Then: micros is the whole number with micros - 1/2 <= exact < micros + 1/2
        BigDecimal doubledNumerator = BigDecimal.valueOf(sample).multiply(BigDecimal.valueOf(2_000_000));
        BigDecimal low = rate.multiply(BigDecimal.valueOf(2 * micros - 1));
        BigDecimal high = rate.multiply(BigDecimal.valueOf(2 * micros + 1));
        assertThat(doubledNumerator).isGreaterThanOrEqualTo(low).isLessThan(high);
    }

    @ParameterizedTest
    @CsvSource({
        "30000, 1, 33",
        "30000, 2, 67",
        "30000, 131910069, 4397002300",
        "20000, 1, 50",
        "400000, 1, 3",
        "400000, -1, -2",
        "2000000, 1, 1",
        "2000000, -1, 0",
        "30000., 90000, 3000000",
        "29999.9671, 29999, 999968",
        "32000, 9000000000000, 281250000000000"
    })
    void knownSamples(String rate, long sample, long micros) {
        assertThat(new SampleClock(new BigDecimal(rate)).micros(sample)).isEqualTo(micros);
    }

    @Property
    void secondsOfWholeMicrosComeBack(
            @ForAll @LongRange(min = -4_000_000_000_000_000L, max = 4_000_000_000_000_000L) long micros)
            throws UnreadableRecordingException {
        assertThat(SECONDS.micros(micros / 1e6, "here", 0)).isEqualTo(micros);
    }

    @Property
    void secondsAreRoundedHalfUp(@ForAll @DoubleRange(min = -1e6, max = 1e6) double seconds)
            throws UnreadableRecordingException {
        BigDecimal expected =
                new BigDecimal(seconds * 1e6).add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR);
        assertThat(SECONDS.micros(seconds, "here", 0)).isEqualTo(expected.longValueExact());
    }

    @Test
    void halvesGoUp() throws UnreadableRecordingException {
        assertThat(SECONDS.micros(0.0000005, "here", 0)).isEqualTo(1);
        assertThat(SECONDS.micros(-0.0000005, "here", 0)).isZero();
        assertThat(SECONDS.micros(2.0000005, "here", 0)).isEqualTo(2_000_001);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e10, -1e300})
    void refusesWhatIsNoTime(double seconds) {
        assertThatThrownBy(() -> SECONDS.micros(seconds, "the place", 17)).hasMessageContaining("the place: entry 17");
    }
}
