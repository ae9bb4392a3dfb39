package dev.hebb.replay.format;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Choice of the units of a sorted recording to take.
 *
 * @param all every one
 * @param labels those with one of these labels, in lower case
 * @param ids those with one of these ids
 */
public record ClusterChoice(boolean all, Set<String> labels, Set<Long> ids) {
    /** The usual choice where units have labels. */
    static final ClusterChoice GOOD = new ClusterChoice(false, Set.of("good"), Set.of());

    public ClusterChoice {
        labels = Set.copyOf(labels);
        ids = Set.copyOf(ids);
    }

    /**
     * Reads {@code good}, {@code good,mua}, {@code all} or {@code 3,7,9}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static ClusterChoice parse(String text) {
        List<String> words = Arrays.stream(text.split(",", -1))
                .map(word -> word.trim().toLowerCase(Locale.ROOT))
                .toList();
        if (words.equals(List.of("all"))) {
            return new ClusterChoice(true, Set.of(), Set.of());
        }
        Set<String> labels = new HashSet<>();
        Set<Long> ids = new HashSet<>();
        for (String word : words) {
            if (word.matches("\\d{1,18}")) {
                ids.add(Long.parseLong(word));
            } else if (!word.isEmpty() && !word.equals("all")) {
                labels.add(word);
            }
        }
        if (labels.size() + ids.size() != words.size() || (!labels.isEmpty() && !ids.isEmpty())) {
            throw new IllegalArgumentException("'" + text
                    + "' does not say which clusters to take: give labels as in good,mua, ids as in 3,7,9, or all");
        }
        return new ClusterChoice(false, labels, ids);
    }
}
