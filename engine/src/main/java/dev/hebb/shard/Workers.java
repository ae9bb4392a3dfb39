package dev.hebb.shard;

import dev.hebb.check.Check;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that compute dendrites, shared by all tasks of a process. The thread that closes a window is a worker too, so
 * that there is one thread less than workers.
 */
public final class Workers implements AutoCloseable {
    private final int size;
    private final ExecutorService threads;

    /** @param size how many dendrites of a window are computed at once; 1 for no threads */
    public Workers(int size) {
        Check.that(size >= 1, "workers is %d; it must be at least 1", size);
        this.size = size;
        this.threads = Executors.newFixedThreadPool(Math.max(1, size - 1), named());
    }

    /** Returns how many dendrites of a window are computed at once. */
    int size() {
        return size;
    }

    /** Runs a computation on one of the threads, as soon as one is free. */
    void submit(Runnable computation) {
        threads.execute(computation);
    }

    /** Lets the computations that have begun end, and stops the threads. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private static ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "dendrite-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
