package dev.hebb.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final Columns columns =
            new Columns().left("NAME", 6).right("COUNT", 3).left("WHY", 3);

    @Test
    void alignsTitlesAndValues() {
        assertThat(columns.header()).isEqualTo("NAME    COUNT  WHY");
        assertThat(columns.line("a", 12, "so")).isEqualTo("a          12  so");
    }

    @Test
    void keepsWhatIsWider() {
        assertThat(columns.line("a long name", 1_234_567, "")).isEqualTo("a long name  1234567");
    }

    @Test
    void refusesAnotherNumberOfValues() {
        assertThatThrownBy(() -> columns.line("a")).isInstanceOf(IllegalArgumentException.class);
    }
}
