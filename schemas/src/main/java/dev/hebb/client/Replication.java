package dev.hebb.client;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Replication of topics: with three replicas of which two must have a record, one broker may be lost at any time.
 *
 * @param factor replicas of each partition
 * @param minInSync replicas that must have a record before it is acknowledged
 */
public record Replication(short factor, int minInSync) {
    private static final int USUAL = 3;

    /**
     * Replication for a cluster of this size.
     *
     * @param brokers how many there are
     * @param wantedFactor 0 for three, or as many as there are brokers if these are fewer
     * @param wantedMinInSync 0 for one fewer than replicas, at least 1
     */
    public static Replication of(int brokers, int wantedFactor, int wantedMinInSync) {
        int factor = wantedFactor > 0 ? wantedFactor : Math.max(1, Math.min(USUAL, brokers));
        int minInSync = wantedMinInSync > 0 ? wantedMinInSync : Math.max(1, factor - 1);
        return new Replication((short) factor, minInSync);
    }

    /**
     * Replication that follows the cluster where it is not given.
     *
     * @throws ExecutionException if the cluster refuses or cannot be reached
     */
    public static Replication of(Admin admin, int wantedFactor, int wantedMinInSync)
            throws ExecutionException, InterruptedException {
        return of(admin.describeCluster().nodes().get().size(), wantedFactor, wantedMinInSync);
    }
}
