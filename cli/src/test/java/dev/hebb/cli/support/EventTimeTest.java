package dev.hebb.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00:00:00.000",
        "1999, 00:00:00.001",
        "15130500000, 04:12:10.500",
        "274330500000, 3d 04:12:10.500",
        "-1500000, -00:00:01.500",
        "1769832730500000, 2026-01-31 04:12:10.500Z",
    })
    void readsAsTimeSinceTheStartOrAsADate(long micros, String expected) {
        assertThat(EventTime.of(micros)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "600000000, 600000000",
        "-5, -5",
        "10m, 600000000",
        "1.5h, 5400000000",
        "2026-01-31T04:12:10.5Z, 1769832730500000",
    })
    void readsMicrosecondsTimesSinceTheStartAndDates(String text, long micros) {
        assertThat(EventTime.parse(text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noon", "", "2026-01-31", "2026-99-31T04:12:10Z", "99999999999999999999"})
    void saysWhatAnEventTimeIs(String text) {
        assertThatThrownBy(() -> EventTime.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an event time")
                .hasMessageContaining("2026-01-31T04:12:10Z");
    }
}
