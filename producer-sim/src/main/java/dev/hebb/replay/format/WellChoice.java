package dev.hebb.replay.format;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Choice of a part of a file whose parts are recordings of their own: wells of a plate, sessions in a folder. */
final class WellChoice {
    private static final String ALL = "*";

    private WellChoice() {}

    /**
     * The part that the user chooses with {@code --variable}, or the only one.
     *
     * @param parts at least one
     * @param what the parts are, in the plural
     * @throws UnreadableRecordingException if there are several and none is chosen, or another is
     */
    static String one(Set<String> parts, ReadOptions options, String what, String where)
            throws UnreadableRecordingException {
        String wanted =
                options.variable().orElse(parts.size() == 1 ? parts.iterator().next() : "");
        if (!parts.contains(wanted)) {
            throw refused(parts, what, where, "");
        }
        return wanted;
    }

    /** The same; with {@code *}, all parts. */
    static Set<String> oneOrAll(Set<String> parts, ReadOptions options, String what, String where)
            throws UnreadableRecordingException {
        String wanted = options.variable().orElse(parts.size() == 1 ? ALL : "");
        if (wanted.equals(ALL)) {
            return parts;
        }
        if (!parts.contains(wanted)) {
            throw refused(parts, what, where, ", or take all as one network with --variable '*'");
        }
        return Set.of(wanted);
    }

    private static UnreadableRecordingException refused(Set<String> parts, String what, String where, String all) {
        return new UnreadableRecordingException(
                where + " has the " + what + " " + Text.shownAll(List.copyOf(new TreeSet<>(parts)))
                        + ", each of which is a network of its own; choose one with --variable NAME" + all);
    }
}
