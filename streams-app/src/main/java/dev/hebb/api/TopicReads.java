package dev.hebb.api;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets a few questions at once read topics, which takes longer than to ask the stores, and a connection each. */
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
