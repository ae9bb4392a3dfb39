package dev.hebb.cli.doctor;

import dev.hebb.cli.support.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks the free disk space for the state stores, if they are on this machine. */
record DiskCheck(double neededBytes) implements ClusterCheck {
    @Override
    public List<CheckResult> run(CheckContext context) throws IOException {
        String configured = context.config().settings().getOrDefault("hebb.streams.state-dir", "");
        Path directory = Path.of(configured);
        if (configured.isEmpty() || !Files.isDirectory(directory)) {
            return List.of();
        }
        double usable = Files.getFileStore(directory).getUsableSpace();
        String what = NumberText.bytes(usable) + " left for the state stores in " + directory;
        return List.of(
                usable < 2 * neededBytes
                        ? CheckResult.warn(
                                what,
                                "they need about " + NumberText.bytes(neededBytes)
                                        + ", and as much again while they are compacted; set hebb.streams.state-dir")
                        : CheckResult.ok(what));
    }
}
