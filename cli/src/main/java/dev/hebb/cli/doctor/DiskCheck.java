package dev.hebb.cli.doctor;

import dev.hebb.app.HebbApp;
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
    /** Bytes of the stores apart from their rows: 28 of them, each with 50 kB of settings and manifests of RocksDB. */
    private static final double WITHOUT_ROWS_BYTES = 1.5e6;

    /**
     * How many times rows are on the disk at most: RocksDB merges a store when what was replaced is twice as much as
     * what is left, and has both while it does. docs/reliability.md has what was measured.
     */
    static final int REPLACED = 4;

    /** Space that the stores take on a disk, and that an instance leaves free: it stops where there is less. */
    double neededBytes() {
        return storeBytes() + HebbApp.LEAST_DISK_BYTES;
    }

    /** Space that the stores take on a disk at most. */
    double storeBytes() {
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
