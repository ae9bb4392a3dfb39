package dev.hebb.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Names and defaults of all settings. Names follow from the components of records, so that dividing or renaming a
 * record could change what users have written in their properties files.
 */
class SettingNamesTest {
    /** Settings whose defaults depend on the machine and the user. */
    private static final String[] OF_THE_MACHINE = {
        "hebb.streams.threads", "hebb.streams.workers", "hebb.streams.state-dir"
    };

    @Test
    void namesAndDefaultsStayAsReleased() throws IOException {
        // When
        Map<String, String> settings =
                new TreeMap<>(ConfigReader.read(Settings.defaults()).effective());

        // Then
        assertThat(settings).containsKeys(OF_THE_MACHINE);
        settings.keySet().removeAll(Set.of(OF_THE_MACHINE));
        assertThat(settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualToNormalizingNewlines(golden());
    }

    private static String golden() throws IOException {
        try (var stream = SettingNamesTest.class.getResourceAsStream("/golden/settings.txt")) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
