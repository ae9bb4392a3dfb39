package dev.hebb.config;

import java.util.Set;

/**
 * Settings of the Kafka Streams application.
 *
 * @param applicationId name, after the topic prefix, of the consumer group, the internal topics and the state directory
 * @param threads stream threads of this instance
 * @param workers threads that compute the dendrites of a closing window, of this instance; 1 for the stream thread
 *     alone
 * @param processingGuarantee what a failure may do to results: nothing, or count some records twice
 * @param commitIntervalMillis how often results become visible
 * @param stateDir where the stores live
 * @param cacheBytes record cache of all threads together
 * @param rocksDbBytes block cache and memtables of all stores together
 * @param standbys standby replicas of each store
 */
public record StreamsTuning(
        String applicationId,
        int threads,
        int workers,
        String processingGuarantee,
        long commitIntervalMillis,
        String stateDir,
        long cacheBytes,
        long rocksDbBytes,
        int standbys) {
    private static final String EXACTLY_ONCE = "exactly_once_v2";
    private static final Set<String> GUARANTEES = Set.of(EXACTLY_ONCE, "at_least_once");
    private static final long LONGEST_COMMIT_MILLIS = 60_000;
    private static final long LEAST_ROCKS_BYTES = 16L << 20;

    public StreamsTuning {
        check(!applicationId.isBlank(), "hebb.streams.application-id is empty; it names the consumer group");
        check(threads >= 1 && threads <= 256, "hebb.streams.threads is " + threads + "; it must be from 1 to 256");
        check(workers >= 1 && workers <= 256, "hebb.streams.workers is " + workers + "; it must be from 1 to 256");
        check(
                GUARANTEES.contains(processingGuarantee),
                "hebb.streams.processing-guarantee is '" + processingGuarantee + "'; it must be one of " + GUARANTEES);
        check(
                commitIntervalMillis >= 1 && commitIntervalMillis <= LONGEST_COMMIT_MILLIS,
                "hebb.streams.commit-interval-millis is " + commitIntervalMillis + "; it must be from 1 to "
                        + LONGEST_COMMIT_MILLIS);
        check(cacheBytes >= 0, "hebb.streams.cache-bytes is " + cacheBytes + "; it must not be negative");
        check(
                rocksDbBytes >= LEAST_ROCKS_BYTES,
                "hebb.streams.rocks-db-bytes is " + rocksDbBytes + "; it must be at least " + LEAST_ROCKS_BYTES);
        check(standbys >= 0, "hebb.streams.standbys is " + standbys + "; it must not be negative");
    }

    /** Returns whether offsets, stores and outputs are committed together. */
    public boolean isExactlyOnce() {
        return processingGuarantee.equals(EXACTLY_ONCE);
    }

    /**
     * Returns a copy for a pipeline whose topics have this prefix: it shares neither offsets nor stores with others.
     */
    StreamsTuning behind(String prefix) {
        return new StreamsTuning(
                prefix + applicationId,
                threads,
                workers,
                processingGuarantee,
                commitIntervalMillis,
                stateDir,
                cacheBytes,
                rocksDbBytes,
                standbys);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
