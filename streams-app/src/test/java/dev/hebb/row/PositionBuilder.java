package dev.hebb.row;

import dev.hebb.framing.Position;

/** Builds the position of a network in time for a test. Defaults: those of {@link Position#START}. */
public final class PositionBuilder {
    private long arrivals;
    private long lastOrdinary;
    private long clockMicros = Position.NONE;
    private long watermarkMicros = Position.NONE;
    private long framedMicros = Position.NONE;
    private long seq;
    private long late;
    private long refused;
    private long shiftMicros;

    /** Records so far, and the last of them that moved along with the clock. */
    public PositionBuilder arrivals(long all, long ordinary) {
        arrivals = all;
        lastOrdinary = ordinary;
        return this;
    }

    public PositionBuilder clockMicros(long to) {
        clockMicros = to;
        return this;
    }

    public PositionBuilder watermarkMicros(long to) {
        watermarkMicros = to;
        return this;
    }

    /** The last frame's watermark, and the number of the next frame. */
    public PositionBuilder framed(long lastMicros, long nextSeq) {
        framedMicros = lastMicros;
        seq = nextSeq;
        return this;
    }

    /** Spikes refused as late, and for other flaws, since the last frame. */
    public PositionBuilder refused(long tooLate, long flawed) {
        late = tooLate;
        refused = flawed;
        return this;
    }

    public PositionBuilder shiftMicros(long to) {
        shiftMicros = to;
        return this;
    }

    public Position build() {
        return new Position(
                arrivals, lastOrdinary, clockMicros, watermarkMicros, framedMicros, seq, late, refused, shiftMicros);
    }
}
