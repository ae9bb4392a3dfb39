package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Properties of units in the table of an NWB file, besides the spikes: labels, times of observation, sessions joined.
 */
final class NwbUnits {
    private static final List<String> LABELS = List.of("KSLabel", "group", "quality");
    private static final Set<String> WORDS = Set.of("good", "mua", "noise", "unsorted", "multi", "single", "artifact");
    private static final String INTERVALS = "units/obs_intervals";
    private static final int NAMED = 3;

    private NwbUnits() {}

    /** A note about units whose times go back, as where sessions were joined that each begin at zero. */
    static Optional<String> restarts(long[] times, long[] ends, int[] ids) {
        List<String> first = new ArrayList<>();
        int units = 0;
        int begin = 0;
        for (int unit = 0; unit < ends.length; unit++) {
            int back = 0;
            long furthest = 0;
            for (int k = begin + 1; k < ends[unit]; k++) {
                if (times[k] < times[k - 1]) {
                    back++;
                    furthest = Math.max(furthest, times[k - 1] - times[k]);
                }
            }
            begin = (int) ends[unit];
            units += back > 0 ? 1 : 0;
            if (back > 0 && first.size() < NAMED) {
                first.add("unit " + ids[unit] + " " + back + (back == 1 ? " time" : " times") + ", by up to "
                        + furthest / 1_000_000 + " s");
            }
        }
        if (units == 0) {
            return Optional.empty();
        }
        return Optional.of("warning: the times of " + units + (units == 1 ? " unit go" : " units go") + " back ("
                + String.join("; ", first) + (units > NAMED ? "; ..." : "")
                + "): sessions that each begin at zero? Their spikes are merged as if they were one session");
    }

    /** A warning about further tables of units, which are not read. */
    static Optional<String> notRead(Hdf5 hdf) {
        List<String> tables = elsewhere(hdf);
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "warning: the spikes in " + Text.shownAll(tables) + " are not read, only those of /units");
    }

    /** Tables of units outside of {@code /units}: in processing modules, results of analyses, and scratch. */
    static List<String> elsewhere(Hdf5 hdf) {
        List<String> groups = new ArrayList<>(List.of("analysis", "scratch"));
        hdf.names("processing").forEach(module -> groups.add("processing/" + module));
        return groups.stream()
                .flatMap(group -> hdf.names(group).stream().map(table -> group + "/" + table))
                .filter(path -> hdf.has(path + "/spike_times") && !hdf.areSame(path, "units"))
                .map(path -> "/" + path)
                .toList();
    }

    /** The labels of units, of the columns whose words are labels; a column {@code group} may name shanks instead. */
    static UnitLabels labels(Hdf5 hdf, int[] ids, List<String> notes) throws IOException {
        UnitLabels labels = new UnitLabels();
        List<String> used = new ArrayList<>();
        for (String column : LABELS) {
            String path = "units/" + column;
            Optional<String[]> words = hdf.hasOptional(path) ? hdf.texts(path) : Optional.empty();
            if (words.isPresent() && areLabels(words.get())) {
                requireAll(words.get(), ids, hdf.where(path));
                used.add(column);
                notes.add("labels are those of /" + path);
                add(column, words.get(), ids, labels, notes);
            }
        }
        otherLabels(hdf, used).ifPresent(notes::add);
        return labels;
    }

    private static void requireAll(String[] words, int[] ids, String where) throws UnreadableRecordingException {
        if (words.length != ids.length) {
            throw new UnreadableRecordingException(
                    where + ": " + words.length + " labels for " + ids.length + " units; there must be as many");
        }
    }

    private static void add(String column, String[] words, int[] ids, UnitLabels labels, List<String> notes) {
        List<String> changed = new ArrayList<>();
        for (int k = 0; k < ids.length; k++) {
            if (column.equals("KSLabel")) {
                labels.sorter(ids[k], words[k]);
            } else {
                String unit = "unit " + ids[k] + " is '";
                String now = "' there, but '" + Text.shown(words[k].trim()) + "' in " + column;
                labels.person(ids[k], words[k]).ifPresent(before -> changed.add(unit + Text.shown(before) + now));
            }
        }
        if (!changed.isEmpty()) {
            notes.add(
                    "warning: another column of labels differs from " + column + ", which counts, for " + changed.size()
                            + (changed.size() == 1 ? " unit: " : " units: ")
                            + changed.stream().limit(NAMED).collect(Collectors.joining("; ")));
        }
    }

    /** A warning about columns that look like labels and are not used, as those of other programs do. */
    private static Optional<String> otherLabels(Hdf5 hdf, List<String> used) throws IOException {
        List<String> found = new ArrayList<>();
        for (String column : hdf.names("units")) {
            if (!used.contains(column) && hdf.isText("units/" + column) && looksLikeLabels(hdf, column)) {
                found.add(column);
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "warning: the labels in " + Text.shownAll(found) + " of /units are not used, only those in"
                                + " quality, group and KSLabel; choose units with --clusters 3,7,9");
    }

    /** Returns whether some units are {@code good}, or a column that says so by its name has truth values. */
    private static boolean looksLikeLabels(Hdf5 hdf, String column) throws IOException {
        List<String> words = Arrays.stream(hdf.texts("units/" + column).orElse(new String[0]))
                .map(word -> word.trim().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return words.contains("good")
                || (column.toLowerCase(Locale.ROOT).contains("good")
                        && !words.isEmpty()
                        && List.of("true", "false").containsAll(words));
    }

    private static boolean areLabels(String[] words) {
        return Arrays.stream(words).anyMatch(word -> WORDS.contains(word.trim().toLowerCase(Locale.ROOT)));
    }

    /** Times between the first and the last spike in which no unit was observed. */
    static List<Timeline.Unobserved> unobserved(Hdf5 hdf, Recording recording, List<String> notes) throws IOException {
        if (!hdf.hasOptional(INTERVALS) || hdf.isEmpty(INTERVALS) || recording.spikes() == 0) {
            return List.of();
        }
        SpikeClock clock = SpikeClock.of(UnitOfTime.SECONDS, Optional.empty(), hdf.where(INTERVALS));
        long[] bounds = clock.micros(hdf.doubles(INTERVALS), hdf.where(INTERVALS));
        List<Timeline.Unobserved> observed = new ArrayList<>();
        for (int k = 0; k + 1 < bounds.length && bounds[k] <= bounds[k + 1]; k += 2) {
            observed.add(new Timeline.Unobserved(bounds[k], bounds[k + 1]));
        }
        if (2 * observed.size() != bounds.length || !hdf.isOfPairs(INTERVALS)) {
            notes.add("warning: the " + bounds.length + " numbers in /" + INTERVALS + " are not used, because they are"
                    + " not pairs of a start and a later end; all time is taken as observed");
            return List.of();
        }
        observed.sort(Comparator.comparingLong(Timeline.Unobserved::fromMicros));
        List<Timeline.Unobserved> gaps = new ArrayList<>();
        long until = observed.get(0).toMicros();
        for (Timeline.Unobserved next : observed) {
            if (next.fromMicros() > until) {
                gaps.add(new Timeline.Unobserved(until + 1, next.fromMicros()));
            }
            until = Math.max(until, next.toMicros());
        }
        return withoutSpikes(gaps, recording, notes);
    }

    /** A gap with spikes in it was observed after all. */
    private static List<Timeline.Unobserved> withoutSpikes(
            List<Timeline.Unobserved> gaps, Recording recording, List<String> notes) {
        List<Timeline.Unobserved> silent = gaps.stream()
                .filter(gap -> !hasSpikes(gap, recording.timesMicros()))
                .toList();
        if (!gaps.isEmpty()) {
            notes.add("gaps between the obs_intervals of the units, sent as unobserved time: " + silent.size()
                    + (silent.size() < gaps.size()
                            ? "; not sent because they have spikes in them: " + (gaps.size() - silent.size())
                            : ""));
        }
        return silent;
    }

    private static boolean hasSpikes(Timeline.Unobserved gap, long[] times) {
        int found = Arrays.binarySearch(times, gap.fromMicros());
        int first = found >= 0 ? found : -found - 1;
        return first < times.length && times[first] < gap.toMicros();
    }
}
