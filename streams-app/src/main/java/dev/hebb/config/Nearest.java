package dev.hebb.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The name that was probably meant. */
final class Nearest {
    private Nearest() {}

    /**
     * Of the candidates the one with the smallest edit distance (Levenshtein); none if even that differs in more than a
     * third of the name: then it is no misspelling, and a suggestion would mislead.
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
        return LevenshteinDistance.getDefaultInstance().apply(a, b);
    }
}
