package dev.hebb.cli.feed;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs work that ends in order when the user presses Ctrl-C: the work is asked to stop, and the JVM's exit waits a few
 * seconds for it.
 */
final class InterruptibleRun {
    private static final long TIMEOUT_SECONDS = 10;

    private InterruptibleRun() {}

    /** Work that can be interrupted. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Runs the work.
     *
     * @param stop makes the work end soon; called from another thread
     */
    static void of(Work work, Runnable stop) throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    stop.run();
                    await(ended);
                },
                "interruptible-run");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.run();
        } finally {
            ended.countDown();
            remove(hook);
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("hebb: gave up waiting for spikes that Kafka has not acknowledged");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // The JVM exits and the hook runs: it was just released.
            return;
        }
    }
}
