package dev.hebb.store;

import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.framing.Gap;
import java.util.List;

/** Frames in which no spike was dropped or refused. */
public final class Frames {
    private static final long NO_DUPLICATES = 0;
    private static final long NONE_LATE = 0;
    private static final long NONE_REFUSED = 0;

    private Frames() {}

    /** A frame without commands. */
    public static Frame of(
            String network, long seq, long watermarkMicros, long[] timesMicros, int[] neurons, List<Gap> gaps) {
        return of(network, seq, watermarkMicros, timesMicros, neurons, gaps, List.of());
    }

    /** Returns a copy of a frame with other commands. */
    static Frame commanded(Frame frame, List<TimedCommand> commands) {
        return of(
                frame.network(),
                frame.seq(),
                frame.watermarkMicros(),
                frame.timesMicros(),
                frame.neurons(),
                frame.gaps(),
                commands);
    }

    private static Frame of(
            String network,
            long seq,
            long watermarkMicros,
            long[] timesMicros,
            int[] neurons,
            List<Gap> gaps,
            List<TimedCommand> commands) {
        return new Frame(
                network,
                seq,
                watermarkMicros,
                timesMicros,
                neurons,
                gaps,
                commands,
                NO_DUPLICATES,
                NONE_LATE,
                NONE_REFUSED);
    }
}
