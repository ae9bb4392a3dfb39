package dev.hebb.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The disk of the state directory. A store that cannot write waits for space for ever, and keeps its task from all
 * other threads, so that the app has to stop before there is none left.
 *
 * @param directory of the stores; it exists
 */
record StateDisk(Path directory) {
    /**
     * Smallest space that the app needs, in bytes: as much as the memtables of a few stores, which are written when the
     * app stops.
     */
    static final long LEAST_BYTES = 32L << 20;

    private static final double MIB = 1 << 20;

    /** Returns the reason why the app cannot continue; empty while there is space. */
    Optional<String> shortage() {
        try {
            return shortage(Files.getFileStore(directory).getUsableSpace());
        } catch (IOException e) {
            return Optional.of("the state directory " + directory + " cannot be read: " + e.getMessage());
        }
    }

    Optional<String> shortage(long usableBytes) {
        return usableBytes >= LEAST_BYTES
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the disk of the state directory %s is full: %.1f MiB are left, %.0f are needed. Free space, or"
                                + " set hebb.streams.state-dir (--state-dir), then start the app again",
                        directory,
                        usableBytes / MIB,
                        LEAST_BYTES / MIB));
    }

    /** Returns whether something failed because a disk is full. RocksDB repeats the message of the operating system. */
    static boolean isFull(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (message.contains("No space left on device")
                    || message.contains("There is not enough space on the disk")) {
                return true;
            }
        }
        return false;
    }
}
