package dev.hebb.api;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Routes that are close to a path that does not exist. */
final class NearRoutes {
    private static final int LISTED = 4;

    private NearRoutes() {}

    /** The few nearest of the path templates, nearest first. */
    static List<String> to(String path, List<String> templates) {
        String[] segments = segments(path);
        return templates.stream()
                .sorted(Comparator.comparingDouble((String template) -> distance(segments, segments(template)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(LISTED)
                .toList();
    }

    private static String[] segments(String path) {
        return path.replaceAll("^/+|/+$", "").split("/+");
    }

    /** Sum over segments of how different they are, from 0 to 1 each; a missing segment is 1. */
    private static double distance(String[] path, String[] template) {
        double distance = Math.abs(path.length - template.length);
        for (int i = 0; i < Math.min(path.length, template.length); i++) {
            distance += template[i].startsWith("{") ? 0 : difference(path[i], template[i]);
        }
        return distance;
    }

    /** The edit distance over the longer length. */
    private static double difference(String a, String b) {
        int edits = LevenshteinDistance.getDefaultInstance().apply(a, b);
        return (double) edits / Math.max(1, Math.max(a.length(), b.length()));
    }
}
