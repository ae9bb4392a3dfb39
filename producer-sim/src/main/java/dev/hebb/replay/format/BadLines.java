package dev.hebb.replay.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the lines that were no spikes, and remembers the first few to name them. */
final class BadLines {
    private static final int NAMED = 5;

    private final List<String> first = new ArrayList<>();
    private long count;

    synchronized void add(long line, String why) {
        count++;
        if (first.size() < NAMED) {
            first.add("line " + line + ": " + why);
        }
    }

    synchronized long count() {
        return count;
    }

    /** Returns a message about the lines that were left out; empty if there are none. */
    synchronized Optional<String> note() {
        if (count == 0) {
            return Optional.empty();
        }
        String more = count > first.size() ? "; and " + (count - first.size()) + " more" : "";
        return Optional.of(count + (count == 1 ? " line was not a spike and was" : " lines were not spikes and were")
                + " left out: " + String.join("; ", first) + more);
    }
}
