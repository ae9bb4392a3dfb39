package dev.hebb.app;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.config.HebbConfig;
import dev.hebb.processor.TaskLayout;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings that an application counted with when it was first started: shards, windows, lag bins, and the shape of its
 * topology, which its stores and all its instances share. Kept on a topic of its own, so that an instance with
 * others is refused instead of mixing its counts into the rest.
 */
final class PinnedSettings {
    private static final String SHARDS = "hebb.shards";
    private static final String TOPOLOGY = "topology";
    private static final String ONE_TASK = "one-task";
    private static final String BY_SHARDS = "shards";
    private static final String SPIKE_PARTITIONS = "partitions of spikes";
    private static final String WINDOW = "hebb.window-micros";
    private static final String AXIS = "hebb.axis.";
    private static final String OR_ANOTHER =
            "give another hebb.streams.application-id, which learns from the start of what"
                    + " the topic of spikes still has";

    private final SettingsTopic topic;

    PinnedSettings(SettingsTopic topic) {
        this.topic = topic;
    }

    /**
     * Compares with what the application was started with; the first instance says it.
     *
     * @throws IllegalStateException naming the settings that differ
     */
    void check(HebbConfig config, TaskLayout layout) throws InterruptedException {
        String applicationId = config.streams().applicationId();
        Map<String, String> own = of(config, layout);
        TreeMap<String, String> pinned = topic.read(applicationId);
        if (pinned == null) {
            topic.write(applicationId, own);
        } else {
            requireSame(applicationId, pinned, own);
        }
    }

    /** @throws IllegalStateException naming the settings that differ */
    static void requireSame(String applicationId, Map<String, String> pinned, Map<String, String> own) {
        TreeMap<String, String> theirs = new TreeMap<>(pinned);
        // Applications of before there was a choice: the topology was that of shards, and partitions were not noted.
        theirs.putIfAbsent(TOPOLOGY, BY_SHARDS);
        theirs.putIfAbsent(SPIKE_PARTITIONS, own.getOrDefault(SPIKE_PARTITIONS, ""));
        if (!own.getOrDefault(TOPOLOGY, "").equals(theirs.get(TOPOLOGY))) {
            throw new IllegalStateException(otherTopology(applicationId, theirs, own));
        }
        SettingsDifference difference = SettingsDifference.between(theirs, own);
        if (!difference.isEmpty()) {
            throw new IllegalStateException("application '" + applicationId + "' was first started with "
                    + difference.theirs() + ", and its stores hold what was counted so; this instance has "
                    + difference.own() + ": set it back, or " + OR_ANOTHER);
        }
    }

    private static String otherTopology(String applicationId, Map<String, String> theirs, Map<String, String> own) {
        String message = "application '" + applicationId + "' was first started with " + SHARDS + "="
                + theirs.get(SHARDS) + " and the topology '" + theirs.get(TOPOLOGY) + "'; this instance has " + SHARDS
                + "=" + own.get(SHARDS) + " and the topology '" + own.get(TOPOLOGY)
                + "', and could not read its stores: ";
        boolean canBeSetBack = !theirs.getOrDefault(SHARDS, "").equals(own.get(SHARDS));
        return message + (canBeSetBack ? "set " + SHARDS + "=" + theirs.get(SHARDS) + ", or " : "") + OR_ANOTHER;
    }

    /** Returns whether a setting is one of them. */
    static boolean isPinned(String setting) {
        return setting.equals(SHARDS) || setting.equals(WINDOW) || setting.startsWith(AXIS);
    }

    /** Returns the pinned settings of an instance. */
    static TreeMap<String, String> of(HebbConfig config, TaskLayout layout) {
        LagAxis axis = config.shard().axis();
        return new TreeMap<>(Map.of(
                SHARDS,
                Integer.toString(config.shard().shards()),
                TOPOLOGY,
                layout.isOneTask() ? ONE_TASK : BY_SHARDS,
                SPIKE_PARTITIONS,
                Integer.toString(layout.spikePartitions()),
                WINDOW,
                Long.toString(config.shard().windowMicros()),
                AXIS + "bin-micros",
                Integer.toString(axis.binMicros()),
                AXIS + "bins",
                Integer.toString(axis.bins()),
                AXIS + "censor-micros",
                Integer.toString(axis.censorMicros())));
    }
}
