package dev.hebb.api;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Limit on the requests that read topics at once. Such a request takes longer than others, and opens a connection. */
final class TopicReads {
    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Reads; throws a {@link Problem} if too many do so already. */
    <T> T read(Supplier<T> question) {
        if (!free.tryAcquire()) {
            throw Problem.busy("topics are being read " + AT_ONCE + " times already");
        }
        try {
            return question.get();
        } finally {
            free.release();
        }
    }
}
