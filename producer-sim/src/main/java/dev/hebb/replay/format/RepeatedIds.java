package dev.hebb.replay.format;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Ids that a file gives to more than one unit, as where the units of two probes were put into one table. */
final class RepeatedIds {
    private RepeatedIds() {}

    /**
     * Returns a note about units that are distinguished although their ids repeat; empty if no id repeats.
     *
     * @param numbered how the units are numbered instead
     */
    static Optional<String> note(List<?> ids, String what, String numbered) {
        int distinct = new HashSet<>(ids).size();
        return distinct == ids.size()
                ? Optional.empty()
                : Optional.of("the " + ids.size() + " units have only " + distinct + " different " + what
                        + " (two probes?): they are distinguished, and numbered " + numbered);
    }

    /** As {@link #note(List, String, String)}. */
    static Optional<String> note(long[] ids, String what, String numbered) {
        return note(Arrays.stream(ids).boxed().toList(), what, numbered);
    }
}
