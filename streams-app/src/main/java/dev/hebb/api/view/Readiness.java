package dev.hebb.api.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * Readiness of this instance.
 *
 * @param state the state of Kafka Streams, or STARTING
 * @param alive false if only a restart can help
 * @param ready whether the instance runs, and the stores of all its tasks can be queried
 * @param localShards tasks whose dendrites are here, by partition
 * @param missingShards tasks that no instance owns at this moment
 * @param condition partitions that wait, and faults, as fields of their own in JSON
 */
public record Readiness(
        String state,
        boolean alive,
        boolean ready,
        List<Integer> localShards,
        List<Integer> missingShards,
        @JsonUnwrapped Condition condition) {
    public Readiness {
        localShards = List.copyOf(localShards);
        missingShards = List.copyOf(missingShards);
    }
}
