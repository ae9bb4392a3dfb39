package dev.hebb.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PrintableWriterTest {
    /** Otherwise two names would look alike. Joiners are parts of words and of pictures. */
    @Test
    void escapesWhatIsNotSeen() {
        assertThat(Printable.line("cor\u200btex a\u00adb \ufeffc d\udb40\udc41 \u200fe"))
                .isEqualTo("cor\\u200btex a\\u00adb \\ufeffc d\\ue0041 \\u200fe");
        assertThat(Printable.line("👩\u200d🔬 می\u200cخواهم \u0600١")).isEqualTo("👩\u200d🔬 می\u200cخواهم \u0600١");
    }

    @Test
    void escapesWhateverIsPrinted() {
        // Given
        StringWriter text = new StringWriter();
        PrintableWriter out = new PrintableWriter(new PrintWriter(text));

        // When
        out.println("dish\u001b[2J");
        out.printf("%s µ 🧠%n", "\u009bm");
        out.print('\u0007');
        out.write(new char[] {'x', '\u0000'}, 0, 2);
        out.append("\u202e").flush();

        // Then
        assertThat(text.toString().lines()).containsExactly("dish\\x1b[2J", "\\u009bm µ 🧠", "\\x07x\\x00\\u202e");
    }
}
