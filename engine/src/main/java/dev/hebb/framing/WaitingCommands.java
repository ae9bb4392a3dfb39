package dev.hebb.framing;

import dev.hebb.command.TimedCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Commands to a network that no frame has carried to its shards yet. */
final class WaitingCommands {
    /** Largest number of commands that wait; it keeps memory bounded. */
    static final int MOST = 4096;

    /** Largest number of neurons that all waiting commands list together: each new command rewrites all of them. */
    static final int MOST_LISTED = 500_000;

    /** Largest number of characters of all waiting commands together: each may have a few hundred. */
    static final int MOST_CHARACTERS = 500_000;

    private final TreeSet<TimedCommand> waiting = new TreeSet<>();
    private long received;
    private boolean changed;

    /** Returns whether anything changed since this was asked the last time. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** Returns whether there was room. */
    boolean add(TimedCommand command) {
        int listed = command.command().listed();
        int characters = characters(command);
        for (TimedCommand other : waiting) {
            listed += other.command().listed();
            characters += characters(other);
        }
        if (waiting.size() >= MOST || listed > MOST_LISTED || characters > MOST_CHARACTERS) {
            return false;
        }
        changed = true;
        waiting.add(command.numbered(received++));
        return true;
    }

    private static int characters(TimedCommand command) {
        return command.id().length()
                + command.sentBy().length()
                + command.command().name().length();
    }

    /** Returns how many were ever received. */
    long received() {
        return received;
    }

    List<TimedCommand> waiting() {
        return List.copyOf(waiting);
    }

    void replace(long everReceived, Collection<TimedCommand> nowWaiting) {
        received = everReceived;
        waiting.clear();
        waiting.addAll(nowWaiting);
    }

    /** Returns when the first takes effect; the end of time if there is none. */
    long firstMicros() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.first().effectiveFromMicros();
    }

    /** Takes those that a frame with this watermark carries: what takes effect before it, or there. */
    List<TimedCommand> takeUntil(long watermarkMicros) {
        List<TimedCommand> taken = new ArrayList<>();
        while (firstMicros() <= watermarkMicros) {
            taken.add(waiting.pollFirst());
            changed = true;
        }
        return taken;
    }
}
