package dev.hebb.framing;

import dev.hebb.command.TimedCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Entry of a framing's journal: what one record changed, or one part of its whole state. Entries one after the other
 * make a framer again, see {@link NetworkFramer#recall}: the last position counts, spikes add up.
 *
 * @param position after the record
 * @param gaps if they changed, all that matter; they replace earlier ones
 * @param timesMicros of spikes that now wait for the watermark, in any order, duplicates among them
 * @param neurons as many
 * @param duplicates found and dropped in the slice of the first of these spikes
 * @param held what is held of one record
 * @param newNeurons neurons that were let through for the first time
 * @param commands if they changed, all that wait; they replace earlier ones
 */
public record JournalEntry(
        Position position,
        @Nullable KnownGaps gaps,
        long[] timesMicros,
        int[] neurons,
        long duplicates,
        List<HeldSpikes> held,
        int[] newNeurons,
        @Nullable KnownCommands commands) {
    static final long[] NO_TIMES = {};
    static final int[] NO_NEURONS = {};

    public JournalEntry {
        if (timesMicros.length != neurons.length) {
            throw new IllegalArgumentException(
                    "an entry has " + timesMicros.length + " times but " + neurons.length + " neurons");
        }
        held = List.copyOf(held);
    }

    /** An entry without new neurons and commands. */
    public JournalEntry(
            Position position,
            @Nullable KnownGaps gaps,
            long[] timesMicros,
            int[] neurons,
            long duplicates,
            List<HeldSpikes> held) {
        this(position, gaps, timesMicros, neurons, duplicates, held, NO_NEURONS, null);
    }

    /** Returns whether nothing but the position changed. */
    boolean hasOnlyAPosition() {
        return gaps == null && timesMicros.length == 0 && held.isEmpty() && newNeurons.length == 0 && commands == null;
    }

    /** Returns whether the entry holds nothing but a position, spikes that wait, and new neurons. */
    public boolean isPlain() {
        return gaps == null && duplicates == 0 && held.isEmpty() && commands == null;
    }

    /** Returns one entry that stands for this and a later one, both of them plain. */
    public JournalEntry followedBy(JournalEntry later) {
        if (!isPlain() || !later.isPlain()) {
            throw new IllegalArgumentException("only plain entries are one: " + this + ", " + later);
        }
        int size = timesMicros.length + later.timesMicros.length;
        long[] times = Arrays.copyOf(timesMicros, size);
        System.arraycopy(later.timesMicros, 0, times, timesMicros.length, later.timesMicros.length);
        return new JournalEntry(
                later.position,
                null,
                times,
                joined(neurons, later.neurons),
                0,
                List.of(),
                joined(newNeurons, later.newNeurons),
                null);
    }

    private static int[] joined(int[] first, int[] second) {
        if (second.length == 0) {
            return first;
        }
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /**
     * The gaps that matter.
     *
     * @param ahead the clock still has to cross them
     * @param unannounced no frame has said them yet
     */
    public record KnownGaps(List<Gap> ahead, List<Gap> unannounced) {
        public KnownGaps {
            ahead = List.copyOf(ahead);
            unannounced = List.copyOf(unannounced);
        }
    }

    /**
     * The commands that no frame has carried.
     *
     * @param received how many were ever received
     * @param waiting in their order
     */
    public record KnownCommands(long received, List<TimedCommand> waiting) {
        public KnownCommands {
            waiting = List.copyOf(waiting);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalEntry entry
                && position.equals(entry.position)
                && Objects.equals(gaps, entry.gaps)
                && Arrays.equals(timesMicros, entry.timesMicros)
                && Arrays.equals(neurons, entry.neurons)
                && duplicates == entry.duplicates
                && held.equals(entry.held)
                && Arrays.equals(newNeurons, entry.newNeurons)
                && Objects.equals(commands, entry.commands);
    }

    @Override
    public int hashCode() {
        return 31 * position.hashCode() + Arrays.hashCode(timesMicros);
    }

    @Override
    public String toString() {
        return "JournalEntry at " + position + ", " + gaps + ", " + timesMicros.length + " spikes, " + duplicates
                + " duplicates, " + held + ", " + newNeurons.length + " new neurons, " + commands;
    }
}
