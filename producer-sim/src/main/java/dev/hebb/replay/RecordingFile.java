package dev.hebb.replay;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A recording that was found readable: what it holds, and how to get at its spikes. All times are the file's own, in
 * microseconds.
 *
 * @param name the file's name, for messages
 * @param format what it was found to be, for messages
 * @param extent what time it covers
 * @param ageMicros age of the network at the file's time 0, if the file says it
 * @param notes what the user should know: what was left out, and why
 * @param unobserved times within the recording in which nothing was recorded, in order
 * @param neurons what it says of neurons besides their spikes; names that were numbered are not among them
 * @param opener reads the spikes in order; again at every call
 */
public record RecordingFile(
        String name,
        String format,
        Extent extent,
        OptionalLong ageMicros,
        List<String> notes,
        List<Timeline.Unobserved> unobserved,
        List<KnownNeuron> neurons,
        Opener opener) {
    public RecordingFile {
        neurons = List.copyOf(neurons);
        notes = List.copyOf(notes);
        unobserved = List.copyOf(unobserved);
    }

    /** A recording that was observed all the time. */
    public RecordingFile(
            String name, String format, Extent extent, OptionalLong ageMicros, List<String> notes, Opener opener) {
        this(name, format, extent, ageMicros, notes, List.of(), List.of(), opener);
    }

    /** A recording that is in memory. */
    public static RecordingFile of(String name, String format, Recording recording) {
        return new RecordingFile(
                name, format, Extent.of(recording), OptionalLong.empty(), List.of(), recording::source);
    }

    /** Returns a copy with more notes. */
    public RecordingFile noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new RecordingFile(name, format, extent, ageMicros, all, unobserved, neurons, opener);
    }

    /** Returns a copy for a network of this age at the file's time 0, observed for this time. */
    public RecordingFile ofAge(OptionalLong age, Extent observed) {
        return new RecordingFile(name, format, observed, age, notes, unobserved, neurons, opener);
    }

    /** Returns a copy that was not observed at these times. */
    public RecordingFile notObserved(List<Timeline.Unobserved> gaps) {
        return new RecordingFile(name, format, extent, ageMicros, notes, gaps, neurons, opener);
    }

    /** The same, which says this of neurons; of which it says nothing is left out. */
    public RecordingFile describing(List<KnownNeuron> said) {
        List<KnownNeuron> known =
                said.stream().filter(neuron -> !neuron.hasOnlyItsNumber()).toList();
        return new RecordingFile(name, format, extent, ageMicros, notes, unobserved, known, opener);
    }

    /** Starts reading the spikes, in order of time. */
    public SpikeSource open() throws IOException {
        return opener.open();
    }

    /** Starts reading. */
    @FunctionalInterface
    public interface Opener {
        SpikeSource open() throws IOException;
    }

    /**
     * Time that a recording covers, and its number of spikes.
     *
     * @param spikes how many
     * @param firstMicros the first spike
     * @param lastMicros the last spike
     * @param fromMicros observed from here on, inclusive
     * @param toMicros observed up to here, exclusive; after the last spike
     */
    public record Extent(long spikes, long firstMicros, long lastMicros, long fromMicros, long toMicros) {
        /** Observed from time 0 or the first spike if that is earlier, to the last spike. */
        public static Extent of(long spikes, long firstMicros, long lastMicros) {
            return new Extent(spikes, firstMicros, lastMicros, Math.min(0, firstMicros), lastMicros + 1);
        }

        /** Returns the extent of a recording, as {@link #of(long, long, long)} does. */
        public static Extent of(Recording recording) {
            int spikes = recording.spikes();
            return spikes == 0
                    ? new Extent(0, 0, 0, 0, 0)
                    : of(spikes, recording.timesMicros()[0], recording.timesMicros()[spikes - 1]);
        }

        /** Returns the extent of the same spikes in a recording that was observed at least in [from, to). */
        public Extent observed(long from, long to) {
            return new Extent(
                    spikes, firstMicros, lastMicros, Math.min(from, firstMicros), Math.max(to, lastMicros + 1));
        }
    }
}
