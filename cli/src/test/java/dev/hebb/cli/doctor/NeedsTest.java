package dev.hebb.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeedsTest {
    @Test
    void countsSpikePairsOfAThousandNeurons() {
        // Given
        Needs needs = needs(1000, 5, Map.of());

        // Then: 1,000 × 999 × 25 × 0.05 s
        assertThat(needs.spikePairsPerSecond()).isCloseTo(1_248_750, within(1.0));
        assertThat(needs.spikesKept()).isCloseTo(5_000 * 310, within(1.0));
        assertThat(needs.publishesCounts()).isFalse();
    }

    @Test
    void widensHistogramsWithWhatADayCounts() {
        // 25 spike pairs a second and 1 ms: 2,160 a day, two bytes; at 0.5 Hz 22, one byte
        assertThat(needs(1000, 5, Map.of()).histogramBytes()).isCloseTo(1000.0 * 999 * 100 * 2, within(1.0));
        assertThat(needs(1000, 0.5, Map.of()).histogramBytes()).isCloseTo(1000.0 * 999 * 100, within(1.0));
    }

    @Test
    void keepsCandidatesOnlyOfLargeNetworks() {
        assertThat(needs(4000, 5, Map.of()).histogramBytes())
                .isLessThan(needs(2000, 5, Map.of()).histogramBytes());
    }

    @Test
    void refusesRecordsThatNoTopicTakes() {
        // Given
        Map<String, String> always = Map.of("hebb.co-firing.publish", "always");

        // Then
        assertThat(NeedsReport.problems(needs(1000, 5, always))).isEmpty();
        assertThat(NeedsReport.problems(needs(20_000, 5, always)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.failed()).isTrue());
    }

    @Test
    void refusesLoadsThatAreNone() {
        assertThatThrownBy(() -> new NetworkLoad(0, 5)).hasMessageContaining("--neurons is 0");
        assertThatThrownBy(() -> new NetworkLoad(10, -1)).hasMessageContaining("--rate is -1.0 Hz");
    }

    private static Needs needs(long neurons, double rateHz, Map<String, String> settings) {
        ConfigAnswer config = ConfigAnswer.of(ConfigReader.read(Settings.of(settings, Map.of(), Map.of())), "");
        return new Needs(config, new NetworkLoad(neurons, rateHz), 10);
    }
}
