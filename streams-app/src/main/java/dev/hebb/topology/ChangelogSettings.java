package dev.hebb.topology;

import dev.hebb.client.Replication;
import dev.hebb.shard.ShardConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Settings of the topics that Kafka Streams makes for this application, by the names of {@link TopicConfig}. They are
 * here once for Kafka Streams itself and for whatever makes such a topic in its place.
 */
public final class ChangelogSettings {
    /**
     * Changelogs are compacted in smaller segments than Kafka's default of 1 GB: rows are rewritten at every window, so
     * that a log would otherwise be a thousand times its content before it is compacted.
     */
    static final Map<String, String> OF_STORES = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(64 << 20),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.3");

    private ChangelogSettings() {}

    /** Settings of every internal topic: of changelogs, and of those by which frames and reports are handed over. */
    public static Map<String, String> ofInternalTopics(Replication replication) {
        return Map.of(
                // The broker's default is often one replica, and a lost broker would take the state with it.
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replication.minInSync()),
                // Rows, and frames of very many simultaneous spikes, may be larger than the broker's default.
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(ShardConfig.LARGEST_RECORD_BYTES));
    }

    /** All settings of a store's changelog, those that Kafka Streams adds by itself among them. */
    public static Map<String, String> of(Replication replication) {
        Map<String, String> settings = new HashMap<>(OF_STORES);
        settings.putAll(ofInternalTopics(replication));
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        return settings;
    }
}
