package dev.hebb.api;

import java.util.Comparator;
import java.util.List;

/** Routes that are close to a path that does not exist. */
final class NearRoutes {
    private static final int TOLD = 4;

    private NearRoutes() {}

    /** The few nearest of the path templates, nearest first. */
    static List<String> to(String path, List<String> templates) {
        String[] asked = segments(path);
        return templates.stream()
                .sorted(Comparator.comparingDouble((String template) -> distance(asked, segments(template)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TOLD)
                .toList();
    }

    private static String[] segments(String path) {
        return path.replaceAll("^/+|/+$", "").split("/+");
    }

    /** Sum over segments of how different they are, from 0 to 1 each; a missing segment is 1. */
    private static double distance(String[] asked, String[] template) {
        double distance = Math.abs(asked.length - template.length);
        for (int i = 0; i < Math.min(asked.length, template.length); i++) {
            distance += template[i].startsWith("{") ? 0 : difference(asked[i], template[i]);
        }
        return distance;
    }

    /** Levenshtein's edit distance over the longer length. */
    private static double difference(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return (double) row[b.length()] / Math.max(1, Math.max(a.length(), b.length()));
    }
}
