package dev.hebb.config;

/**
 * Replication of the topics that the app creates, its internal ones among them.
 *
 * @param replicationFactor replicas of each partition; 0 for three, or as many as there are brokers if these are fewer
 * @param minInSyncReplicas replicas that must have a record before it counts; 0 for one fewer than there are, at least
 *     1
 */
public record TopicsConfig(int replicationFactor, int minInSyncReplicas) {
    /** Configuration in which replication and in-sync replicas follow the cluster. */
    public static final TopicsConfig AS_THE_CLUSTER = new TopicsConfig(0, 0);

    private static final int MOST = 1_000;

    public TopicsConfig {
        if (replicationFactor < 0 || replicationFactor > MOST) {
            throw new IllegalArgumentException(
                    "replicationFactor is " + replicationFactor + "; it must be from 0 to " + MOST);
        }
        if (minInSyncReplicas < 0 || (replicationFactor > 0 && minInSyncReplicas > replicationFactor)) {
            throw new IllegalArgumentException("minInSyncReplicas is " + minInSyncReplicas
                    + "; it must not be negative, nor more than the replicas, " + replicationFactor);
        }
    }
}
