package dev.hebb.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.client.AuthorizationRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConnectionOptionsTest {
    private final Path folder;

    ConnectionOptionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Command
    private static final class Any {
        @Mixin
        private final ConnectionOptions connection = new ConnectionOptions();
    }

    private static ConnectionOptions options(String... line) {
        Any any = new Any();
        new CommandLine(any).parseArgs(line);
        return any.connection;
    }

    /** So that {@code hebb down} with the same directory stops it. */
    @Test
    void anAppBelongsToTheDataDirectoryThatItIsStartedWith() {
        String cluster = "--bootstrap-servers=127.0.0.1:1";
        assertThat(options().belongsToStack()).isTrue();
        assertThat(options("--data-dir=" + folder).belongsToStack()).isTrue();
        assertThat(options("--data-dir=" + folder, cluster).belongsToStack()).isTrue();
        assertThat(options(cluster).belongsToStack()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret-0123456789abcdef",
                "reader\tlab\tsecret-0123456789abcdef\n",
                "# of the lab\n\nreader  lab  secret-0123456789abcdef\ncommander a b\n"
            })
    void showsTheFirstTokenOfAFileToTheApp(String content) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("tokens"), content);
        try (AuthorizationRecorder recorder = new AuthorizationRecorder()) {
            String app = "--app=" + recorder.url();

            // When
            options(app, "--token-file=" + file).app().json("/v1/networks");
            options(app).app().json("/v1/networks");

            // Then
            assertThat(recorder.shown()).containsExactly("Bearer secret-0123456789abcdef", "");
        }
    }

    @Test
    void namesATokenFileThatCannotBeUsed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "# none\n");
        assertThatThrownBy(
                        () -> options("--app=http://x", "--token-file=" + empty).app())
                .hasMessage("token file " + empty + " has no token");
        assertThatThrownBy(() -> options("--app=http://x", "--token-file=" + folder.resolve("no"))
                        .app())
                .hasMessage("token file " + folder.resolve("no") + " does not exist");
    }

    /** The app asks for no password, and messages show its address. */
    @Test
    void refusesAnAddressOfTheAppWithAPassword() {
        assertThatThrownBy(() -> options("--app=http://anna:geheim@127.0.0.1:1").app())
                .hasMessageContaining("--token-file")
                .hasMessageNotContaining("geheim");
    }
}
