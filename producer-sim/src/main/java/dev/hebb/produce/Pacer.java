package dev.hebb.produce;

/** Maps event time to wall time. The first event asked for is due at once; {@link #restart} forgets it. */
public final class Pacer {
    private static final double NANOS_PER_MICRO = 1000;

    private final Speed speed;
    private final WallClock clock;
    private boolean started;
    private long startMicros;
    private long startNanos;

    /** A pace that has not started. */
    public Pacer(Speed speed, WallClock clock) {
        this.speed = speed;
        this.clock = clock;
    }

    /** The next event asked for is due at once. */
    public void restart() {
        started = false;
    }

    /** Wall nanoseconds until the event is due; 0 or less if it is. */
    public long nanosUntil(long eventMicros) {
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
    public long nowMicros() {
        return startMicros + (long) ((clock.nanoTime() - startNanos) / NANOS_PER_MICRO * speed.factor());
    }
}
