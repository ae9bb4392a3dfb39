package dev.hebb.framing;

/** A network's event time: the latest time accepted, and the watermark behind it. */
final class NetworkClock {
    private final long allowedLatenessMicros;
    private final long maxForwardJumpMicros;
    private final Gaps gaps;
    private long micros = Position.NONE;
    private long watermarkMicros = Position.NONE;

    NetworkClock(FramingConfig config, Gaps gaps) {
        this.allowedLatenessMicros = config.allowedLatenessMicros();
        this.maxForwardJumpMicros = config.maxForwardJumpMicros();
        this.gaps = gaps;
    }

    void set(long clockMicros, long watermark) {
        micros = clockMicros;
        watermarkMicros = watermark;
    }

    boolean isSet() {
        return micros != Position.NONE;
    }

    long micros() {
        return micros;
    }

    /** Older spikes are late; {@link Position#NONE} while the clock is not set. */
    long watermarkMicros() {
        return watermarkMicros;
    }

    /** Times up to this are accepted whatever the gaps; none while the clock is not set. */
    long nearMicros() {
        return isSet() ? micros + maxForwardJumpMicros : Position.NONE;
    }

    /** Returns whether the time is accepted on its own. A jump over unobserved time is as short as what is left. */
    boolean reaches(long timeMicros) {
        return isSet() && timeMicros - micros - gaps.unobservedMicros(micros, timeMicros) <= maxForwardJumpMicros;
    }

    /** Moves forward to an accepted time; never back. */
    void advance(long timeMicros) {
        micros = Math.max(micros, timeMicros);
    }

    /** Notes that nothing before this time is still to come. */
    void silentBefore(long timeMicros) {
        advance(timeMicros);
        watermarkMicros = Math.max(watermarkMicros, timeMicros);
    }

    /**
     * Lets the watermark follow. To be called once for each record, so that spikes of one record are not late by each
     * other.
     */
    void settle() {
        if (isSet()) {
            watermarkMicros = Math.max(watermarkMicros, micros - allowedLatenessMicros);
        }
    }

    /**
     * Returns whether the network went on in the old time since these were held, so that they may no longer be
     * accepted.
     */
    boolean leftBehind(HeldSpikes held) {
        return held.clockMicros() != Position.NONE && micros - held.clockMicros() > allowedLatenessMicros;
    }
}
