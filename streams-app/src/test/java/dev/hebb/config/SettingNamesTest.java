package dev.hebb.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "file, hebb.rocksdb-bytes, setting hebb.rocksdb-bytes = '5'",
        "command line, rocksdb-bytes, setting hebb.rocksdb-bytes = '5'",
        "command line, windw-micros, 'setting hebb.windw-micros = ''5'': there is no such setting; the nearest one is"
                + " hebb.window-micros'",
        "environment, HEBB_WINDW_MICROS, setting HEBB_WINDW_MICROS = '5'"
    })
    void anUnknownSettingIsNamedAsItWasWritten(String where, String name, String message) {
        Map<String, String> given = Map.of(name, "5");
        Map<String, String> none = Map.of();
        Settings settings = Settings.of(
                where.equals("file") ? given : none,
                where.equals("environment") ? given : none,
                where.equals("command line") ? given : none);
        assertThatThrownBy(() -> ConfigReader.read(settings)).hasMessageContaining(message);
    }

    @Test
    void theEnvironmentsMisspeltSecretsAreNotShown() {
        Settings settings = Settings.of(Map.of(), Map.of("HEBB_HTTP_TOKENS", "letmein"), Map.of());
        assertThatThrownBy(() -> ConfigReader.read(settings))
                .hasMessageContaining("HEBB_HTTP_TOKENS")
                .message()
                .doesNotContain("letmein");
    }

    private static String golden() throws IOException {
        try (var stream = SettingNamesTest.class.getResourceAsStream("/golden/settings.txt")) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
