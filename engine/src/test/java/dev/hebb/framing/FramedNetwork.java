package dev.hebb.framing;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import java.util.Arrays;

/** A network with windows of 1000 µs, frames of 100, lateness 50, jumps up to 10,000, confirmed by 3. */
final class FramedNetwork {
    static final FramingConfig CONFIG = new FramingConfig(
            1_000, 100, 50, 10_000, 3, 0, new FramingConfig.Limits(1_200, 1_000, 20, 1_000, 50, 10, 1_000, 10, 1_000));

    private final NetworkFramer framer = new NetworkFramer("n", CONFIG);
    private final FramingRecorder out = new FramingRecorder();
    private int records;

    NetworkFramer framer() {
        return framer;
    }

    FramingRecorder out() {
        return out;
    }

    /** The clock is at this time, with one spike and nothing else. */
    void start(long time) {
        send(time);
        heartbeat(time);
    }

    /** Sends one record of spikes of neuron 1. */
    void send(long... times) {
        int[] neurons = new int[times.length];
        Arrays.fill(neurons, 1);
        framer.arrive(times, neurons, times.length, source(), out);
    }

    void heartbeat(long origin) {
        framer.heartbeat(origin, source(), out);
    }

    FramerChange command(Command command) {
        return framer.command(new TimedCommand(0, 0, command, "", "", 0), out);
    }

    /** Returns where the next record comes from. */
    SourceRecord source() {
        return new SourceRecord("spikes", 0, ++records, null, new byte[10]);
    }

    /** Returns the neurons from 0 to below {@code count}. */
    static int[] ids(int count) {
        int[] ids = new int[count];
        Arrays.setAll(ids, i -> i);
        return ids;
    }
}
