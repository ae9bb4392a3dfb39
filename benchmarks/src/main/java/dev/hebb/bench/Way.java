package dev.hebb.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Way of counting that can be measured by itself. */
public enum Way {
    PLAIN_LOOP,
    KERNEL_ONE_ORDER,
    KERNEL_BOTH_ORDERS,
    ENGINE_ALONE,
    PASS_THROUGH,
    HEBB_AT_LEAST_ONCE,
    HEBB_EXACTLY_ONCE,
    HEBB_WITHOUT_COUNTS,
    RESTORE,
    KAFKA_STREAMS_DSL,
    SINGLE_SPIKES,
    LATENCY,
    SYNAPSE_BYTES,
    MANY_NETWORKS;

    /** Returns the name as users write it: {@code hebb-exactly-once}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the way of a label.
     *
     * @throws IllegalArgumentException if there is none, naming all
     */
    public static Way labelled(String label) {
        return Arrays.stream(values())
                .filter(way -> way.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is nothing to measure that is called '" + label
                        + "'; there are "
                        + Arrays.stream(values()).map(Way::label).collect(Collectors.joining(", "))));
    }
}
