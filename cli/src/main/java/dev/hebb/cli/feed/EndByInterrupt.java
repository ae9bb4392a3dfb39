package dev.hebb.cli.feed;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends something in order when the user presses Ctrl-C: asks it to stop, and holds the JVM's exit back until it has, for
 * a few seconds at most.
 */
final class EndByInterrupt {
    private static final long TIMEOUT_SECONDS = 10;

    private EndByInterrupt() {}

    /** What may be interrupted. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Does the work.
     *
     * @param stop makes the work end soon; called from another thread
     */
    static void around(Work work, Runnable stop) throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    stop.run();
                    await(ended);
                },
                "end-by-interrupt");
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
                System.err.println("hebb: gave up waiting for what was on its way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException onItsWayOut) {
            // The JVM exits and the hook runs: it was just released.
            return;
        }
    }
}
