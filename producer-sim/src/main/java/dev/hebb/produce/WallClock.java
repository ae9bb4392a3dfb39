package dev.hebb.produce;

/** The wall clock, to be replaced in tests of pacing. */
public interface WallClock {
    /** Nanoseconds since some fixed moment. */
    long nanoTime();

    /** Waits. */
    void sleep(long nanos) throws InterruptedException;

    /** The machine's clock. */
    static WallClock system() {
        return new WallClock() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(long nanos) throws InterruptedException {
                java.util.concurrent.TimeUnit.NANOSECONDS.sleep(nanos);
            }
        };
    }
}
