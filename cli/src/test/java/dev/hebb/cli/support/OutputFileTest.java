package dev.hebb.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

    @Test
    void whatWasThereStaysIfTheFileCannotBeReplaced(@TempDir Path folder) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        assertThatThrownBy(() -> OutputFile.replace("--out", full, new byte[1]))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("cannot write /dev/full");
        assertThat(Files.isRegularFile(full)).isFalse();

        Path link = Files.createSymbolicLink(folder.resolve("link.nwb"), folder.resolve("synapses.nwb"));
        OutputFile.replace("--out", folder.resolve("synapses.nwb"), new byte[] {1});
        OutputFile.replace("--out", link, new byte[] {2});
        assertThat(folder.resolve("synapses.nwb")).hasBinaryContent(new byte[] {2});
        assertThat(link).isSymbolicLink();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aFileThatCanBeWrittenIsNotWrittenByTheCheck(@TempDir Path folder) {
        OutputFile.require("--out", folder.resolve("a.csv"));
        assertThat(folder).isEmptyDirectory();
    }

    /** Before the work whose result it is for, and after it. */
    private static void assertCannotWrite(Path file, String why) {
        String message =
                "cannot write " + file + ": " + why + "; name a file in a folder that is there and yours with --out";
        assertThatThrownBy(() -> OutputFile.require("--out", file))
                .isInstanceOf(CliException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> OutputFile.write("--out", file, path -> Files.writeString(path, "")))
                .isInstanceOf(CliException.class)
                .hasMessage(message);
    }
}
