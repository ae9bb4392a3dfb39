package dev.hebb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hebb.shard.DendriteScratch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal of a configuration names a setting as it is typed. */
class RefusalsTest {
    private static final List<String> SELDOM_RIGHT =
            List.of("-1", "0", "1", "2", "3,2,1", "0,0", "2.5", "5000", "9007199254740993", "GROWTH", "MATURITY", "");

    private static final List<String> ENORMOUS =
            List.of("1000000000", "2147483647", "9007199254740992", "9223372036854775807", "1e300", "Infinity", "NaN");

    private static final Pattern NAME = Pattern.compile("hebb(\\.[a-z0-9-]+)+");
    private static final Pattern FIELD = Pattern.compile("\\b[a-z]+[A-Z]\\w*");

    @ParameterizedTest
    @ValueSource(strings = {"", "fast"})
    void everyRefusalNamesASettingThatCanBeTyped(String profile) {
        // Given
        Map<String, String> profiles = profile.isEmpty() ? Map.of() : Map.of("hebb.profiles", profile);
        Set<String> names = ConfigReader.read(profiles).effective().keySet();
        // When
        List<String> refusals = new ArrayList<>();
        for (String name : names) {
            for (String value : SELDOM_RIGHT) {
                Map<String, String> given = new TreeMap<>(profiles);
                given.put(name, value);
                refusal(given).ifPresent(refusals::add);
            }
        }
        // Then
        assertThat(refusals).hasSizeGreaterThan(300);
        assertThat(refusals.stream().filter(refusal -> !namesOneOf(names, refusal)))
                .isEmpty();
        assertThat(refusals.stream().filter(refusal -> FIELD.matcher(refusal).find()))
                .isEmpty();
    }

    @Test
    void namesTheSettingsAndNotTheirFields() {
        assertThat(refusal(Map.of("hebb.window-micros", "0")))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains("hebb.window-micros is 0"));
        assertThat(refusal(Map.of("hebb.co-firing.windows-kept", "0")))
                .contains("hebb.co-firing.windows-kept is 0; it must be at least 1");
        assertThat(refusal(Map.of("hebb.streams.rocks-db-bytes", "1")))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains("hebb.streams.rocks-db-bytes is 1"));
        assertThat(refusal(Map.of("hebb.stages.growth.fan-in-budget", "0")))
                .contains("GROWTH: hebb.stages.growth.fan-in-budget is 0, less than 1");
    }

    /** Checks that whatever starts can count: no setting may ask for more memory than there is, or overflow. */
    @Test
    void refusesAtTheStartWhatNoShardCouldCountWith() {
        for (String name : ConfigReader.read(Settings.defaults()).effective().keySet()) {
            for (String value : ENORMOUS) {
                accepted(Map.of(name, value)).ifPresent(config -> assertThatCode(() -> openShards(config))
                        .as(name + "=" + value)
                        .doesNotThrowAnyException());
            }
        }
        assertThat(refusal(Map.of("hebb.evidence.troughs.flank-bins", "2000000000")))
                .contains("hebb.evidence.troughs.flank-bins is 2000000000, more than the 100 bins of a histogram");
        assertThat(refusal(Map.of("hebb.co-firing.coincidence-micros", "50001")))
                .contains("hebb.co-firing.coincidence-micros is 50001; it must be at most the reach of the lags,"
                        + " 50000 µs");
    }

    private static void openShards(HebbConfig config) {
        new DendriteScratch(config.shard(), config.learning().base());
    }

    @Test
    void lagsMayBeShorterThanTheStandardInterval() {
        assertThat(accepted(Map.of("hebb.axis.bin-micros", "20"))).hasValueSatisfying(config -> assertThat(
                        config.shard().coFiring().coincidenceMicros())
                .isEqualTo(1_000));
    }

    @Test
    void aWindowMayBeShorterThanTheStandardLagsIfTheLagsAreShorterToo() {
        assertThat(refusal(Map.of("hebb.window-micros", "30000")))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains("lengthen hebb.window-micros"));
        assertThat(refusal(Map.of("hebb.window-micros", "30000", "hebb.axis.bins", "30")))
                .isEmpty();
    }

    private static boolean namesOneOf(Set<String> names, String refusal) {
        return NAME.matcher(refusal).results().map(MatchResult::group).anyMatch(names::contains);
    }

    private static Optional<HebbConfig> accepted(Map<String, String> given) {
        try {
            return Optional.of(ConfigReader.read(given));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> refusal(Map<String, String> given) {
        try {
            ConfigReader.read(given);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
