package dev.hebb.app;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.config.HebbConfig;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an application counted with when it was first started: shards, windows and lag bins, which its stores and all its
 * instances share for good. Kept on a topic of its own, so that an instance with others is refused instead of mixing
 * its counts into the rest.
 */
final class PinnedSettings {
    private final SettingsTopic topic;

    PinnedSettings(SettingsTopic topic) {
        this.topic = topic;
    }

    /**
     * Compares with what the application was started with; the first instance says it.
     *
     * @throws IllegalStateException naming the settings that differ
     */
    void check(HebbConfig config) throws InterruptedException {
        String applicationId = config.streams().applicationId();
        Map<String, String> own = of(config);
        TreeMap<String, String> pinned = topic.read(applicationId);
        if (pinned == null) {
            topic.write(applicationId, own);
            return;
        }
        SettingsDifference difference = SettingsDifference.between(pinned, own);
        if (!difference.isEmpty()) {
            throw new IllegalStateException("application '" + applicationId + "' was first started with "
                    + difference.theirs() + ", and its stores hold what was counted so; this instance has "
                    + difference.own() + ": set it back, or give another hebb.streams.application-id");
        }
    }

    /** Those of an instance. */
    static TreeMap<String, String> of(HebbConfig config) {
        LagAxis axis = config.shard().axis();
        return new TreeMap<>(Map.of(
                "hebb.shards", Integer.toString(config.shard().shards()),
                "hebb.window-micros", Long.toString(config.shard().windowMicros()),
                "hebb.axis.bin-micros", Integer.toString(axis.binMicros()),
                "hebb.axis.bins", Integer.toString(axis.bins()),
                "hebb.axis.censor-micros", Integer.toString(axis.censorMicros())));
    }
}
