package dev.hebb.api.view;

import java.util.List;

/**
 * Readiness of this instance.
 *
 * @param state the state of Kafka Streams, or STARTING
 * @param alive false if only a restart can help
 * @param ready whether the instance runs, and the stores of all its tasks can be queried
 * @param localShards tasks whose dendrites are here, by partition
 * @param missingShards tasks that no instance owns at this moment
 */
public record Readiness(
        String state, boolean alive, boolean ready, List<Integer> localShards, List<Integer> missingShards) {
    public Readiness {
        localShards = List.copyOf(localShards);
        missingShards = List.copyOf(missingShards);
    }
}
