package dev.hebb.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(ints = {0, '\n', '\r', '\t', 0x1b, 0x7f, 0x85, 0x9b, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069})
    void refusesAndEscapesWhatControlsATerminalOrTheOrderOfText(int codePoint) {
        // Given
        String text = "a" + Character.toString(codePoint) + "b";

        // Then
        assertThat(PlainText.flaw("the area", text))
                .hasValueSatisfying(flaw ->
                        assertThat(flaw).startsWith("the area 'a\\").doesNotContain(Character.toString(codePoint)));
        assertThat(PlainText.shown(text, 10)).startsWith("a\\").endsWith("b").isASCII();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "area 51", "Hörrinde", "海馬", "עצב", "µ 🧠", "'\"<&\\"})
    void allowsTextOfAnyScript(String text) {
        assertThat(PlainText.flaw("the area", text)).isEmpty();
        assertThat(PlainText.shown(text, 200)).isEqualTo(text);
    }

    @Test
    void cutsLongText() {
        assertThat(PlainText.flaw("the area", "x".repeat(201)))
                .hasValue("the area has 201 characters; at most 200 are allowed");
        assertThat(PlainText.shown("x".repeat(500_000), 3)).isEqualTo("xxx…");
    }
}
