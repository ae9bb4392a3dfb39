package dev.hebb.framing;

import java.util.List;

/**
 * The result of a call to a {@link NetworkFramer}, with what has to be remembered of it.
 *
 * @param entries what to remember, in order; none if a command was refused
 * @param replacesAll whether the entries replace all that was remembered before; else they are added to it
 * @param framed whether frames were cut
 * @param refusal why a command can have no effect; empty if it was not refused
 */
public record FramerChange(List<JournalEntry> entries, boolean replacesAll, boolean framed, String refusal) {
    public FramerChange {
        entries = List.copyOf(entries);
    }

    /** The result of a command that can have no effect. */
    public static FramerChange refused(String why) {
        return new FramerChange(List.of(), false, false, why);
    }

    /** The result of a command to forget the network: nothing is left to remember, and the framer is of no more use. */
    public static FramerChange forgotten() {
        return new FramerChange(List.of(), true, true, "");
    }

    /** Returns whether nothing of the network is to be remembered. */
    public boolean forgetsAll() {
        return replacesAll && entries.isEmpty();
    }

    /** Returns whether a command was refused. */
    public boolean isRefused() {
        return !refusal.isEmpty();
    }

    /** Returns whether it did no more than move the clock on, without any frame. */
    public boolean movedOnlyTheClock() {
        return !replacesAll && !framed && entries.stream().allMatch(JournalEntry::hasOnlyAPosition);
    }
}
