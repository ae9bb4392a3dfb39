package dev.hebb.cli.doctor;

import dev.hebb.cli.support.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks the free disk space for the state stores, if they are on this machine.
 *
 * @param rowBytes of all rows
 */
record DiskCheck(double rowBytes) implements ClusterCheck {
    /**
     * Bytes of a store apart from its rows: for small networks 150 to 200 MB were measured, of logs and manifests of
     * RocksDB, and of rows that were replaced.
     */
    private static final double WITHOUT_ROWS_BYTES = 200e6;

    /**
     * Rows that were replaced stay until they are compacted, and are there twice meanwhile. For 1,000 neurons at 7 Hz,
     * with 235 MB of rows, 290 to 630 MB were measured in all, looking every half minute: peaks may be higher.
     */
    private static final double REPLACED = 4;

    /** Space that the stores take on a disk. */
    double neededBytes() {
        return WITHOUT_ROWS_BYTES + REPLACED * rowBytes;
    }

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
                usable < neededBytes()
                        ? CheckResult.warn(
                                what,
                                "they need about " + NumberText.bytes(neededBytes())
                                        + "; free space, or set hebb.streams.state-dir: the app stops when it is full")
                        : CheckResult.ok(what + ", of which they need about " + NumberText.bytes(neededBytes())));
    }
}
