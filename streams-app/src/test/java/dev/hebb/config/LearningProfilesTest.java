package dev.hebb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.shard.Learning;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningProfilesTest {
    private static final Map<String, String> TWO_PROFILES = Map.of(
            "rule", "oja",
            "oja.alpha", "2.5",
            "profiles", "fast, adult",
            "profile.fast.rule", "stdp",
            "profile.fast.stdp.tau-plus-micros", "16800",
            "profile.adult.oja.alpha", "3",
            "profile.adult.evidence.alpha", "0.01",
            "network-profiles", "culture:a:fast, exp-*:adult, exp-7:fast");

    private static LearningProfiles read(Map<String, String> settings) {
        return ConfigReader.read(settings).learning();
    }

    @Test
    void whatAProfileDoesNotSayIsAsInTheBase() {
        // When
        LearningProfiles read = read(TWO_PROFILES);
        // Then
        Learning fast = read.of("culture:a");
        assertThat(fast.rule()).isEqualTo("stdp");
        assertThat(fast.constants().stdp().tauPlusMicros()).isEqualTo(16_800);
        assertThat(fast.constants().stdp().tauMinusMicros())
                .isEqualTo(Learning.standard().constants().stdp().tauMinusMicros());
        assertThat(fast.constants().oja().alpha()).isEqualTo(2.5);
        Learning adult = read.of("exp-12");
        assertThat(adult.rule()).isEqualTo("oja");
        assertThat(adult.constants().oja().alpha()).isEqualTo(3);
        assertThat(adult.evidence().peaks().alpha()).isEqualTo(0.01);
    }

    @Test
    void theFirstPatternThatMatchesHoldsAndTheBaseWhereNoneDoes() {
        // When
        LearningProfiles read = read(TWO_PROFILES);
        // Then
        assertThat(read.of("exp-7").rule()).isEqualTo("oja");
        assertThat(read.of("exp-").constants().oja().alpha()).isEqualTo(3);
        assertThat(read.of("exp")).isEqualTo(read.base());
        assertThat(read.of("culture:a2")).isEqualTo(read.base());
    }

    @Test
    void withoutProfilesAllNetworksLearnByTheStandard() {
        assertThat(read(Map.of()).of("any")).isEqualTo(Learning.standard());
    }

    @Test
    void profilesMayBeGivenByTheEnvironment() {
        // When
        LearningProfiles read = ConfigReader.read(Settings.of(
                        Map.of(),
                        Map.of(
                                "HEBB_PROFILES", "fast",
                                "HEBB_PROFILE_FAST_RULE", "bcm",
                                "HEBB_PROFILE_FAST_BCM_THETA_TIME_MICROS", "5000000",
                                "HEBB_NETWORK_PROFILES", "Culture_1:fast"),
                        Map.of()))
                .learning();
        // Then
        assertThat(read.of("Culture_1").rule()).isEqualTo("bcm");
        assertThat(read.of("Culture_1").constants().bcm().thetaTimeMicros()).isEqualTo(5_000_000);
    }

    @Test
    void everySettingThatHoldsIsShown() {
        // When
        Map<String, String> effective = ConfigReader.read(TWO_PROFILES).effective();
        // Then
        assertThat(effective)
                .containsEntry("hebb.profile.fast.rule", "stdp")
                .containsEntry("hebb.profile.fast.oja.alpha", "2.5")
                .containsEntry("hebb.stdp.mu-minus", "0.0")
                .containsEntry("hebb.homeostasis.enabled", "false");
    }

    @Test
    void whatCannotWorkIsRefusedByName() {
        refused(Map.of("network-profiles", "a:slow"), "hebb.network-profiles gives 'a' the profile 'slow'");
        refused(Map.of("network-profiles", "a"), "hebb.network-profiles = 'a'");
        refused(Map.of("profiles", "Fast!"), "hebb.profiles = 'Fast!'");
        refused(Map.of("profile.fast.rule", "stdp"), "hebb.profile.fast.rule");
        refused(Map.of("rule", "hebbian"), "hebb.rule is 'hebbian'; it must be one of");
        refused(Map.of("profiles", "p", "profile.p.rule", "x"), "hebb.profile.p.rule is 'x'");
        refused(Map.of("stdp.tau-plus-micros", "0"), "hebb.stdp.tau-plus-micros is 0");
        refused(Map.of("stdp.minus", "1.5"), "hebb.stdp.minus is 1.5");
        refused(Map.of("oja.reference-rate-hz", "0"), "hebb.oja.reference-rate-hz is 0.0");
        refused(Map.of("bcm.theta-time-micros", "-1"), "hebb.bcm.theta-time-micros is -1");
        refused(Map.of("stdp.dendritic-delay-micros", "50000"), "hebb.stdp.dendritic-delay-micros is 50000");
    }

    private static void refused(Map<String, String> settings, String message) {
        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
