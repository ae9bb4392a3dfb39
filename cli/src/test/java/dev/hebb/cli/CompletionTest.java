package dev.hebb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completion as the shells themselves do it, where they are installed. */
class CompletionTest {
    private static final Path SHELLS = Path.of("/usr/bin");

    private final Path folder;

    CompletionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
        assertThat(bash("bash", "hebb control les")).containsExactly("lesion");
        assertThat(bash("bash", "hebb simulate --answer-t")).containsExactly("--answer-timeout");
        assertThat(bash("bash", "hebb export --format gra")).containsExactly("graphml");
        assertThat(bash("bash", "hebb arch")).isEmpty();
    }

    @Test
    void zshReadsTheScript() throws IOException, InterruptedException {
        Path script = script("zsh");
        assertThat(shell("zsh", "-f", "-c", "source " + script + " && whence -w _complete_hebb"))
                .containsExactly("_complete_hebb: function");
    }

    @Test
    void fishCompletesCommandsOptionsAndValues() throws IOException, InterruptedException {
        assertThat(fish("hebb control les")).singleElement().asString().startsWith("lesion");
        assertThat(fish("hebb control lesion --wait-"))
                .singleElement()
                .asString()
                .startsWith("--wait-timeout");
        assertThat(fish("hebb export --format gra")).singleElement().asString().startsWith("graphml");
        assertThat(fish("hebb --verbose watch win")).singleElement().asString().startsWith("windows");
        assertThat(fish("hebb arch")).isEmpty();
    }

    private List<String> bash(String shell, String line) throws IOException, InterruptedException {
        String words = "source " + script("bash") + "; compopt() { :; }; COMP_WORDS=(" + line + "); COMP_LINE='" + line
                + "'; COMP_POINT=${#COMP_LINE}; COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); _complete_hebb;"
                + " printf '%s\\n' \"${COMPREPLY[@]%% }\"";
        return shell(shell, "-c", words).stream()
                .filter(word -> !word.isBlank())
                .map(String::strip)
                .toList();
    }

    private List<String> fish(String line) throws IOException, InterruptedException {
        return shell("fish", "--no-config", "-c", "source " + script("fish") + "; complete -C '" + line + "'");
    }

    private Path script(String shell) throws IOException {
        CommandRun run = CommandRun.of("completion", shell);
        assertThat(run.exitCode()).isZero();
        return Files.write(folder.resolve(shell), run.out());
    }

    private static List<String> shell(String shell, String... arguments) throws IOException, InterruptedException {
        Path program = SHELLS.resolve(shell);
        assumeThat(program)
                .as("%s is not installed, so its completion was not tried", shell)
                .isExecutable();
        ProcessBuilder command = new ProcessBuilder();
        command.command().add(program.toString());
        command.command().addAll(List.of(arguments));
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output.lines().toList();
    }
}
