package dev.hebb.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that was probably meant. */
final class Nearest {
    private Nearest() {}

    /**
     * Of the candidates the one with the smallest edit distance (Levenshtein); none if even that differs in more than a
     * third of the name: then it is no slip, and a suggestion would mislead.
     */
    static Optional<String> to(String name, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, dotted(candidate))))
                .filter(nearest -> 3 * distance(name, dotted(nearest)) <= name.length());
    }

    /** Settings as they are compared: the environment has no dashes. */
    private static String dotted(String name) {
        return name.replace('-', '.');
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
