package dev.hebb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of settings in the documents says what the code does. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("../docs/settings.md");
    private static final String REGENERATE =
            "mvn -Dquick test -pl streams-app -am -Dtest=SettingsPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dhebb.docs.write=true";

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String generated = SettingsPage.text();
        if (Boolean.getBoolean("hebb.docs.write")) {
            Files.writeString(PAGE, generated);
        }
        assertThat(PAGE).as("generate it again with: %s", REGENERATE).exists();
        assertThat(Files.readString(PAGE))
                .as("docs/settings.md differs from the code; generate it again with: %s", REGENERATE)
                .isEqualToNormalizingNewlines(generated);
    }

    @Test
    void thePageHasEverySettingThatTheAppReads() throws IOException {
        assertThat(SettingsPage.names(Files.readString(PAGE)))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        ConfigReader.read(Settings.defaults()).effective().keySet());
    }
}
