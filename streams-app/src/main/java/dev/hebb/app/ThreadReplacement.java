package dev.hebb.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, because a broker or a registry that was away comes back; gives up if threads keep
 * dying, because then it is something else, and an operator should see it.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final int MOST = 20;
    private static final long WITHIN_NANOS = Duration.ofMinutes(5).toNanos();

    private final Deque<Long> deathsNanos = new ArrayDeque<>();

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable death) {
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
}
