package dev.hebb.replay.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * Labels that a sorter and a person gave to the units of a recording. A person's word counts before the sorter's; a
 * label that says that no person has judged is no word.
 */
final class UnitLabels {
    private static final Set<String> UNJUDGED = Set.of("", "unsorted", "nan", "none", "null", "na", "n/a");

    private final Map<Long, String> bySorter = new HashMap<>();
    private final Map<Long, String> byPerson = new HashMap<>();
    private boolean unjudged;

    /** Selection of units, and the notes about it when it is known how many spikes are left out. */
    record Selection(LongPredicate takes, String note, boolean counts) {
        String note(long leftOut) {
            return counts ? note + "; " + leftOut + " spikes of the others are left out" : note;
        }
    }

    void sorter(long unit, String label) {
        put(bySorter, unit, label);
    }

    /** Returns the different word that a person had said of the unit before, if there was one. */
    Optional<String> person(long unit, String label) {
        return put(byPerson, unit, label);
    }

    private Optional<String> put(Map<Long, String> labels, long unit, String label) {
        String plain = label.trim().toLowerCase(Locale.ROOT);
        if (UNJUDGED.contains(plain)) {
            unjudged = true;
            return Optional.empty();
        }
        return Optional.ofNullable(labels.put(unit, plain)).filter(before -> !before.equals(plain));
    }

    /** Returns whether there is no label, not even one that says that no person has judged. */
    boolean isAbsent() {
        return isEmpty() && !unjudged;
    }

    boolean isEmpty() {
        return byPerson.isEmpty() && bySorter.isEmpty();
    }

    /**
     * Chooses units.
     *
     * @param choice of the user; good ones, or all if there are no labels
     * @param present the units that there are
     * @throws UnreadableRecordingException if the choice does not fit the units
     */
    Selection choose(Optional<ClusterChoice> choice, Set<Long> present, String where)
            throws UnreadableRecordingException {
        if (choice.isPresent() && choice.get().all()) {
            return new Selection(any -> true, "all " + present.size() + " clusters are taken", false);
        }
        if (choice.isPresent() && !choice.get().ids().isEmpty()) {
            return byId(choice.get().ids(), present, where);
        }
        if (isEmpty() && choice.isPresent()) {
            throw new UnreadableRecordingException(
                    where + ": no cluster has a label; give --clusters all, or ids as in" + " --clusters 3,7,9");
        }
        if (isEmpty()) {
            return new Selection(
                    any -> true,
                    unjudged
                            ? "no person and no sorter has judged the clusters, so all of them are taken"
                            : "no cluster labels were found, so all clusters are taken",
                    false);
        }
        return byLabel(choice.orElse(ClusterChoice.GOOD).labels());
    }

    private static Selection byId(Set<Long> ids, Set<Long> present, String where) throws UnreadableRecordingException {
        Set<Long> absent = new TreeSet<>(ids);
        absent.removeAll(present);
        if (!absent.isEmpty()) {
            throw new UnreadableRecordingException(
                    where + ": there is no cluster " + absent.iterator().next() + "; there are " + some(present));
        }
        return new Selection(ids::contains, ids.size() + " of " + present.size() + " clusters are taken", true);
    }

    private static String some(Set<Long> present) {
        List<Long> first = new TreeSet<>(present).stream().limit(10).toList();
        return first + (present.size() > first.size() ? " and " + (present.size() - first.size()) + " more" : "");
    }

    private Selection byLabel(Set<String> labels) {
        Map<Long, String> counting = new HashMap<>(bySorter);
        counting.putAll(byPerson);
        long taken = counting.values().stream().filter(labels::contains).count();
        List<String> notes = new ArrayList<>();
        notes.add(taken + " of " + counting.size() + " labelled clusters are "
                + String.join(" or ", new TreeSet<>(labels)));
        if (taken == 0) {
            notes.add("the labels are " + new TreeSet<>(counting.values()) + ", --clusters chooses others");
        }
        return new Selection(unit -> labels.contains(counting.getOrDefault(unit, "")), String.join("; ", notes), true);
    }
}
