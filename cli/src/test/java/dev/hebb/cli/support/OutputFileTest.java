package dev.hebb.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @Test
    void writesTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("synapses.csv");
        OutputFile.write("--out", file, path -> Files.writeString(path, "pre,post"));
        assertThat(file).hasContent("pre,post");
    }

    @Test
    void saysOfEachCauseWhatToDo(@TempDir Path folder) {
        assertCannotWrite(folder.resolve("none").resolve("a.csv"), "its folder does not exist");
        assertCannotWrite(folder, "it is a folder");
    }

    private static void assertCannotWrite(Path file, String why) {
        assertThatThrownBy(() -> OutputFile.write("--out", file, path -> Files.writeString(path, "")))
                .isInstanceOf(CliException.class)
                .hasMessage("cannot write " + file + ": " + why
                        + "; name a file in a folder that is there and yours with --out");
    }
}
