package dev.hebb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "7d, 604800000000",
        "1.5h, 5400000000",
        "30m, 1800000000",
        "30min, 1800000000",
        "90s, 90000000",
        "250ms, 250000",
        "1us, 1",
        "-2 s, -2000000",
        "0.000001s, 1"
    })
    void readsDurations(String text, long micros) {
        assertThat(Durations.parseMicros(text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "d", "7 days", "1e3s", "0.5us", "99999999999999d"})
    void refusesOtherDurations(String text) {
        assertThatThrownBy(() -> Durations.parseMicros(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "1234567, 1.2 s",
        "75000000, 1 min 15 s",
        "5400000000, 1 h 30 min",
        "345600000000, 4 d 0 h",
        "59960000, 60.0 s"
    })
    void writesTheTwoLargestUnitsInSentences(long micros, String text) {
        assertThat(Durations.format(micros)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2500000, 2.5s",
        "59960000, 60.0s",
        "730000000, 12min 10s",
        "15130500000, 4h 12min",
        "274330500000, 3d 4h",
    })
    void writesTheTwoLargestUnitsInColumns(long micros, String expected) {
        assertThat(Durations.compact(micros)).isEqualTo(expected);
    }

    @Test
    void readsWallClockTime() {
        assertThat(Durations.parse("2.5s")).isEqualTo(Duration.ofMillis(2500));
    }

    @ParameterizedTest
    @CsvSource({"15000, 15 s", "100000, 100 s", "2500, 2.5 s", "50, 0.05 s", "0, 0 s"})
    void writesSecondsOfWallClockTime(long millis, String text) {
        assertThat(Durations.seconds(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
