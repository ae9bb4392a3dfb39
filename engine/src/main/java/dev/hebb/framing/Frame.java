package dev.hebb.framing;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import java.util.Arrays;
import java.util.List;

/**
 * A slice of a network's life, as every shard receives it. Frame after frame, each spike of the network comes exactly
 * once and in order of (time, neuron). The arrays belong to the frame: they do not change after it is made.
 *
 * <p>Which spikes are in a frame, its watermark and its gaps follow from the content of the stream alone, not from how
 * it was batched or in which order it arrived within the allowed lateness. Frames without spikes and gaps, which only
 * move the watermark over a window's end, may come fewer or more.
 *
 * @param network the network
 * @param seq number of the frame within the network, from 0, without holes
 * @param watermarkMicros event time in microseconds: every spike of this frame is before it, every spike of a later
 *     frame at or after it
 * @param timesMicros event times in microseconds, ascending
 * @param neurons neuron of each spike, not negative; ascending among spikes of one time
 * @param gaps unobserved times that begin at the watermark or before it and were in no earlier frame, ascending; they
 *     may end long after the watermark, and none begins in a window that an earlier frame closed
 * @param commands that take effect at the watermark or before it and were in no earlier frame, in their order; none
 *     takes effect in a window that an earlier frame closed
 * @param duplicates exact duplicates that were dropped from this slice
 * @param late spikes refused as late since the last frame
 * @param refused spikes refused for another reason of their values since the last frame
 */
public record Frame(
        String network,
        long seq,
        long watermarkMicros,
        long[] timesMicros,
        int[] neurons,
        List<Gap> gaps,
        List<TimedCommand> commands,
        long duplicates,
        long late,
        long refused) {
    public Frame {
        if (timesMicros.length != neurons.length) {
            throw new IllegalArgumentException(
                    "a frame has " + timesMicros.length + " times but " + neurons.length + " neurons");
        }
        gaps = List.copyOf(gaps);
        commands = List.copyOf(commands);
    }

    /** Makes a frame of spikes and gaps, without commands, before which no spike was dropped or refused. */
    public Frame(String network, long seq, long watermarkMicros, long[] timesMicros, int[] neurons, List<Gap> gaps) {
        this(network, seq, watermarkMicros, timesMicros, neurons, gaps, List.of(), 0, 0, 0);
    }

    /** Returns whether it does more than move the watermark. */
    public boolean saysSomething() {
        return size() > 0 || !gaps.isEmpty() || !commands.isEmpty();
    }

    /** Returns whether the network is to be forgotten; such a frame carries nothing else, and is the network's last. */
    public boolean forgets() {
        return commands.stream().anyMatch(timed -> timed.command() instanceof Command.Forget);
    }

    /** Number of spikes. */
    public int size() {
        return timesMicros.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame
                && network.equals(frame.network)
                && seq == frame.seq
                && watermarkMicros == frame.watermarkMicros
                && Arrays.equals(timesMicros, frame.timesMicros)
                && Arrays.equals(neurons, frame.neurons)
                && gaps.equals(frame.gaps)
                && commands.equals(frame.commands)
                && duplicates == frame.duplicates
                && late == frame.late
                && refused == frame.refused;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * network.hashCode() + Long.hashCode(seq)) + Arrays.hashCode(timesMicros);
    }

    @Override
    public String toString() {
        return "Frame " + seq + " of " + network + " until " + watermarkMicros + " µs: " + size() + " spikes, " + gaps
                + ", " + duplicates + " duplicates, " + late + " late, " + refused + " refused";
    }
}
