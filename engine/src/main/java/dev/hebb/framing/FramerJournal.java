package dev.hebb.framing;

import dev.hebb.framing.JournalEntry.KnownCommands;
import dev.hebb.framing.JournalEntry.KnownGaps;
import java.util.ArrayList;
import java.util.List;

/** Converter of a framer's state to journal entries and back. */
final class FramerJournal {
    /** Keeps a row of the journal well below the size of a message. */
    private static final int SPIKES_PER_ENTRY = 16_384;

    private final Pending pending;
    private final Gaps gaps;
    private final Hold hold;
    private final AdmittedNeurons neurons;
    private final WaitingCommands commands;

    FramerJournal(Pending pending, Gaps gaps, Hold hold, AdmittedNeurons neurons, WaitingCommands commands) {
        this.pending = pending;
        this.gaps = gaps;
        this.hold = hold;
        this.neurons = neurons;
        this.commands = commands;
    }

    KnownGaps knownGaps() {
        return new KnownGaps(gaps.ahead(), gaps.unannounced());
    }

    KnownCommands knownCommands() {
        return new KnownCommands(commands.received(), commands.waiting());
    }

    /** Returns everything as entries; the first has the gaps, the neurons and the commands. */
    List<JournalEntry> compact(Position position) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(new JournalEntry(
                position,
                knownGaps(),
                JournalEntry.NO_TIMES,
                JournalEntry.NO_NEURONS,
                0,
                List.of(),
                neurons.all(),
                knownCommands()));
        for (Slice slice : pending.settledSlices()) {
            for (int from = 0; from < slice.size(); from += SPIKES_PER_ENTRY) {
                int to = Math.min(slice.size(), from + SPIKES_PER_ENTRY);
                long duplicates = from == 0 ? slice.duplicates() : 0;
                entries.add(new JournalEntry(
                        position, null, slice.timesMicros(from, to), slice.neurons(from, to), duplicates, List.of()));
            }
        }
        for (List<HeldSpikes> held : heldByRecord()) {
            entries.add(new JournalEntry(position, null, JournalEntry.NO_TIMES, JournalEntry.NO_NEURONS, 0, held));
        }
        return entries;
    }

    /** What is held, a list for each record. */
    private List<List<HeldSpikes>> heldByRecord() {
        List<HeldSpikes> all = hold.entries();
        List<List<HeldSpikes>> records = new ArrayList<>();
        int from = 0;
        while (from < all.size()) {
            int to = from + 1;
            while (to < all.size() && all.get(to).arrival() == all.get(from).arrival()) {
                to++;
            }
            records.add(all.subList(from, to));
            from = to;
        }
        return records;
    }

    /** Adds what an entry remembers, but for its position. */
    void recall(JournalEntry entry) {
        KnownGaps known = entry.gaps();
        if (known != null) {
            gaps.replace(known.ahead(), known.unannounced());
        }
        for (int i = 0; i < entry.timesMicros().length; i++) {
            pending.add(entry.timesMicros()[i], entry.neurons()[i]);
        }
        if (entry.duplicates() > 0) {
            pending.addDuplicates(entry.timesMicros()[0], entry.duplicates());
        }
        entry.held().forEach(hold::add);
        neurons.recall(entry.newNeurons());
        KnownCommands waiting = entry.commands();
        if (waiting != null) {
            commands.replace(waiting.received(), waiting.waiting());
        }
    }

    /** Drops the spikes that were framed since they were written; to be called after the last entry was recalled. */
    void settle(Position position) {
        pending.dropBefore(position.framedMicros());
    }
}
