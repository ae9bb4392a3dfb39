package dev.hebb.api.view;

import java.util.List;

/**
 * Condition of the running pipeline, beyond the state of Kafka Streams.
 *
 * @param waiting partitions that wait for something outside, and for what; the others continue
 * @param faults what only a restart or an operator can fix
 */
public record Condition(List<String> waiting, List<String> faults) {
    /** Condition of an instance where nothing waits, and nothing is wrong. */
    public static final Condition GOOD = new Condition(List.of(), List.of());

    public Condition {
        waiting = List.copyOf(waiting);
        faults = List.copyOf(faults);
    }
}
