package dev.hebb.framing;

import dev.hebb.command.TimedCommand;
import java.util.List;

/** Cuts what is before the watermark into frames: a slice a frame, more if it is crowded. */
final class FrameCutter {
    private static final long[] NO_TIMES = {};
    private static final int[] NO_NEURONS = {};

    private final String network;
    private final SliceGrid grid;
    private final int frameSpikes;
    private final Pending pending;
    private final Gaps gaps;
    private final WaitingCommands commands;
    private long framedMicros = Position.NONE;
    private long seq;
    private long late;
    private long refused;

    FrameCutter(String network, SliceGrid grid, int frameSpikes, Pending pending, Gaps gaps, WaitingCommands commands) {
        this.network = network;
        this.grid = grid;
        this.frameSpikes = frameSpikes;
        this.pending = pending;
        this.gaps = gaps;
        this.commands = commands;
    }

    void set(Position position) {
        framedMicros = position.framedMicros();
        seq = position.seq();
        late = position.late();
        refused = position.refused();
    }

    long framedMicros() {
        return framedMicros;
    }

    long seq() {
        return seq;
    }

    long late() {
        return late;
    }

    long refused() {
        return refused;
    }

    void countLate(long spikes) {
        late += spikes;
    }

    void countRefused(long spikes) {
        refused += spikes;
    }

    /** Returns where the earliest window begins that no frame has closed. */
    long openMicros() {
        return framedMicros == Position.NONE ? Position.NONE : grid.windowStart(framedMicros);
    }

    /** Cuts all frames that are complete by now. */
    void release(long watermarkMicros, FramingOutput out) {
        for (long end = nextEndMicros(); end <= watermarkMicros; end = nextEndMicros()) {
            if (pending.firstEndMicros() <= end) {
                cut(pending.takeFirst(), out);
            } else {
                emit(end, NO_TIMES, NO_NEURONS, 0, out);
            }
        }
        if (framedMicros != Position.NONE && grid.windowStart(watermarkMicros) > framedMicros) {
            emit(grid.windowStart(watermarkMicros), NO_TIMES, NO_NEURONS, 0, out);
        }
    }

    /** The end of the next slice in which there is something to say. */
    private long nextEndMicros() {
        long news = Math.min(gaps.firstUnannouncedMicros(), commands.firstMicros());
        long newsEnd = news == Long.MAX_VALUE ? news : Math.max(grid.sliceEnd(news), framedMicros);
        return Math.min(pending.firstEndMicros(), newsEnd);
    }

    private void cut(Slice slice, FramingOutput out) {
        int from = 0;
        while (slice.size() - from > frameSpikes) {
            int to = endOfTime(slice, from + frameSpikes);
            if (to == slice.size()) {
                break;
            }
            long watermark = slice.timeMicros(to - 1) + 1;
            emit(watermark, slice.timesMicros(from, to), slice.neurons(from, to), 0, out);
            from = to;
        }
        int to = slice.size();
        emit(slice.endMicros(), slice.timesMicros(from, to), slice.neurons(from, to), slice.duplicates(), out);
    }

    /** A frame is not cut between spikes of one time, or the watermark could not tell what was in it. */
    private static int endOfTime(Slice slice, int least) {
        int to = least;
        while (to < slice.size() && slice.timeMicros(to) == slice.timeMicros(least - 1)) {
            to++;
        }
        return to;
    }

    /** Sends the network's last frame, which tells every shard to forget it. */
    void forget(TimedCommand command, FramingOutput out) {
        long watermark = framedMicros == Position.NONE ? 0 : framedMicros;
        out.frame(new Frame(network, seq, watermark, NO_TIMES, NO_NEURONS, List.of(), List.of(command), 0, 0, 0));
    }

    private void emit(long watermark, long[] times, int[] neurons, long duplicates, FramingOutput out) {
        List<Gap> announced = gaps.announceUntil(watermark);
        List<TimedCommand> carried = commands.takeUntil(watermark);
        out.frame(new Frame(network, seq, watermark, times, neurons, announced, carried, duplicates, late, refused));
        seq++;
        framedMicros = watermark;
        late = 0;
        refused = 0;
    }
}
