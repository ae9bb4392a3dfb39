package dev.hebb.produce;

/** Maps event time to wall time. The first event asked for is due at once; {@link #restart} forgets it. */
final class Pacer {
    private static final double NANOS_PER_MICRO = 1000;

    private final Speed speed;
    private final WallClock clock;
    private boolean started;
    private long startMicros;
    private long startNanos;

    Pacer(Speed speed, WallClock clock) {
        this.speed = speed;
        this.clock = clock;
    }

    void restart() {
        started = false;
    }

    /** Wall nanoseconds until the event is due; 0 or less if it is. */
    long nanosUntil(long eventMicros) {
        if (!speed.isPaced()) {
            return 0;
        }
        if (!started) {
            started = true;
            startMicros = eventMicros;
            startNanos = clock.nanoTime();
        }
        double due = (eventMicros - startMicros) * NANOS_PER_MICRO / speed.factor();
        return (long) due - (clock.nanoTime() - startNanos);
    }

    /** Event time that is due now; only once started, and only with a pace. */
    long nowMicros() {
        return startMicros + (long) ((clock.nanoTime() - startNanos) / NANOS_PER_MICRO * speed.factor());
    }
}
