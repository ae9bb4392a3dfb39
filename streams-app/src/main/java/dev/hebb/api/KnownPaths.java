package dev.hebb.api;

import dev.hebb.api.view.ShardQuestions;
import java.util.Set;

/** Paths that not only their routes know, but also what a request has to pass before. */
final class KnownPaths {
    /** Answers while a restart would not help. */
    static final String HEALTH = "/health";

    /** Answers while questions can be answered. */
    static final String READY = "/ready";

    static final String METRICS = "/metrics";

    /** They are answered to everyone, and at any time. */
    private static final Set<String> PROBES = Set.of(HEALTH, READY);

    private KnownPaths() {}

    static String[] probes() {
        return PROBES.toArray(String[]::new);
    }

    static boolean isProbe(String path) {
        return PROBES.contains(path);
    }

    /** Returns whether instances ask each other at this path. */
    static boolean isOfInstances(String path) {
        return path.startsWith(ShardQuestions.INTERNAL);
    }
}
