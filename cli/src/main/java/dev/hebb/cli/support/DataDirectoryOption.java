package dev.hebb.cli.support;

import dev.hebb.stack.DataDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data-dir}, for the commands that start a stack and for those that look for it; use as {@code @Mixin}. */
public final class DataDirectoryOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:HEBB_DATA_DIR:-${sys:user.home}/.hebb}",
            description = "Where the local stack keeps its data (or $HEBB_DATA_DIR). Default: ~/.hebb.")
    private Path dataDirectory = Path.of(".hebb");

    /** Returns whether the directory is another than the default. */
    boolean isNamed() {
        return !get().equals(usual());
    }

    private static DataDirectory usual() {
        return new DataDirectory(Path.of(System.getProperty("user.home"), ".hebb"));
    }

    /** The command that stops what runs in the directory, to be shown to the user. */
    public String downCommand() {
        return "hebb down" + (isNamed() ? " --data-dir " + dataDirectory : "");
    }

    /** The directory; it need not exist. */
    public DataDirectory get() {
        return new DataDirectory(dataDirectory);
    }
}
