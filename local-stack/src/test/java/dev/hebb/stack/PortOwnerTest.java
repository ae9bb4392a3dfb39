package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message says of the process that has a port. */
class PortOwnerTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 20_000})
    void itsLastArgumentsAreShown(int length) throws Exception {
        // Given: a shell that gets further arguments, as many characters as a long class path.
        List<String> command = List.of("sh", "-c", "read never", "sh", "x".repeat(length), "server.properties");
        Process process = new ProcessBuilder(command).start();

        // When
        String described = PortOwner.describe(process.toHandle());

        // Then
        try {
            assertThat(described)
                    .startsWith("process " + process.pid() + " (")
                    .endsWith("x server.properties)")
                    .hasSizeLessThan(130);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aCommandWithoutArgumentsIsItsName() throws Exception {
        Process process = new ProcessBuilder("cat").start();
        try {
            assertThat(PortOwner.describe(process.toHandle())).isEqualTo("process " + process.pid() + " (cat)");
        } finally {
            process.destroyForcibly();
        }
    }
}
