package dev.hebb.client;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of the topics, with the prefix that distinguishes several pipelines on one cluster.
 *
 * @param prefix put before every name as it is, empty for none
 */
public record TopicNames(String prefix) {
    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{0,100}");

    /** No prefix. */
    public static final TopicNames DEFAULT = new TopicNames("");

    public TopicNames {
        if (!LEGAL.matcher(prefix).matches()) {
            throw new IllegalArgumentException("topic prefix '" + prefix
                    + "' is not usable: Kafka allows letters, digits, '.', '_' and '-', here at most 100 of them");
        }
    }

    public String spikes() {
        return prefix + "spikes";
    }

    /** Spikes that reached another partition than the one their network belongs to, on their way there. */
    public String spikesRerouted() {
        return prefix + "spikes-rerouted";
    }

    public String control() {
        return prefix + "control";
    }

    /** Names and positions of neurons; compacted. */
    public String neurons() {
        return prefix + "neurons";
    }

    public String coFiring() {
        return prefix + "co-firing";
    }

    public String dendrites() {
        return prefix + "dendrites";
    }

    public String synapseEvents() {
        return prefix + "synapse-events";
    }

    public String pruningEvents() {
        return prefix + "pruning-events";
    }

    public String networkWindows() {
        return prefix + "network-windows";
    }

    /** Commands with their results, and changes of stage. */
    public String networkEvents() {
        return prefix + "network-events";
    }

    public String rejectedSpikes() {
        return prefix + "rejected-spikes";
    }

    /** Returns the topic of what each application was first started with, and what it learns by now; compacted. */
    public String appSettings() {
        return prefix + "app-settings";
    }

    /** Every topic that must exist before the app starts. */
    public List<String> all() {
        return List.of(
                spikes(),
                spikesRerouted(),
                control(),
                neurons(),
                coFiring(),
                dendrites(),
                synapseEvents(),
                pruningEvents(),
                networkWindows(),
                networkEvents(),
                rejectedSpikes(),
                appSettings());
    }

    /** The registry's subject for a topic's values. */
    public static String subject(String topic) {
        return topic + "-value";
    }
}
