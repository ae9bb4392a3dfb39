package dev.hebb.produce;

/** A clock that advances only by sleeping. */
final class ManualClock implements WallClock {
    private long nanos;

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void sleep(long duration) {
        nanos += duration;
    }
}
