package dev.hebb.cli.topic;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A signal to stop reading. Ctrl-C raises it, and the process ends only when the reader has finished its line.
 */
public final class StopSignal implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 5;

    private final AtomicBoolean raised = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::raiseAndWait, "stop");

    /** A signal that Ctrl-C raises. */
    public static StopSignal onInterrupt() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** A signal that only {@link #raise} raises. */
    public static StopSignal byHand() {
        return new StopSignal();
    }

    public void raise() {
        raised.set(true);
    }

    public boolean isRaised() {
        return raised.get();
    }

    /** The reader has finished. */
    @Override
    public void close() {
        finished.countDown();
    }

    private void raiseAndWait() {
        raise();
        try {
            if (!finished.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
