package dev.hebb.app;

import dev.hebb.row.UnreadableRowException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, because a broker or a registry that was away comes back; gives up if threads keep
 * dying, because then it is something else, and an operator should see it. A full disk, and rows that a newer build
 * wrote, are such things at once.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final int MOST = 20;
    private static final long WITHIN_NANOS = Duration.ofMinutes(5).toNanos();

    private final Deque<Long> deathsNanos = new ArrayDeque<>();
    private volatile @Nullable String fault;

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable death) {
        if (StateDisk.isFull(death)) {
            LOGGER.error("a disk is full; the app stops, and continues where it was when it is started again", death);
            fault = "a store could not be written, because the disk of the state directory is full. Free space, or set"
                    + " hebb.streams.state-dir (--state-dir), then start the app again";
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        UnreadableRowException unreadable = unreadable(death);
        if (unreadable != null) {
            LOGGER.error("the app stops, and has changed nothing: {}", unreadable.getMessage());
            fault = unreadable.getMessage();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        long now = System.nanoTime();
        deathsNanos.addLast(now);
        while (now - deathsNanos.peekFirst() > WITHIN_NANOS) {
            deathsNanos.removeFirst();
        }
        if (deathsNanos.size() > MOST) {
            LOGGER.error("{} stream threads died within 5 minutes; the app stops", deathsNanos.size(), death);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOGGER.warn("a stream thread died and is replaced; nothing is lost: its transaction is undone", death);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static @Nullable UnreadableRowException unreadable(Throwable death) {
        for (Throwable each = death; each != null; each = each.getCause()) {
            if (each instanceof UnreadableRowException unreadable) {
                return unreadable;
            }
        }
        return null;
    }

    /** Returns what a thread died of that only an operator can mend, and what to do; empty if none did. */
    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }
}
