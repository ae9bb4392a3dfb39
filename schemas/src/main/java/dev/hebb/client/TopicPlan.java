package dev.hebb.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it is meant to be.
 *
 * @param name with prefix
 * @param partitions number of partitions
 * @param settings Kafka's topic settings; what is not named is the broker's default
 * @param coPartitioned whether one task reads the same partition of this and the other such topics, so that all of them
 *     must have one number of partitions
 */
public record TopicPlan(String name, int partitions, Map<String, String> settings, boolean coPartitioned) {
    /** Partitions of every topic by default: enough for the two to eight cores of one machine. */
    public static final int DEFAULT_PARTITIONS = 4;

    private static final int MIB = 1 << 20;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String FOREVER = "-1";

    public TopicPlan {
        if (partitions < 1) {
            throw new IllegalArgumentException("topic " + name + " needs at least one partition, not " + partitions);
        }
        settings = Map.copyOf(settings);
    }

    /**
     * All topics.
     *
     * <p>Kept for ever, until an operator says otherwise: results, and the commands that explain them. Kept for a
     * week: raw spikes (they fill disks, and their owner has the recording) and what was rejected of them.
     */
    public static List<TopicPlan> all(TopicNames topics, int partitions) {
        return List.of(
                deleting(topics.spikes(), partitions, millis(WEEK), MIB).together(),
                deleting(topics.spikesRerouted(), partitions, millis(WEEK), 2 * MIB)
                        .together(),
                deleting(topics.control(), partitions, FOREVER, MIB).together(),
                compacted(topics.neurons(), partitions, MIB).forEveryClient(),
                deleting(topics.coFiring(), partitions, FOREVER, 8 * MIB).forEveryClient(),
                compacted(topics.dendrites(), partitions, 8 * MIB).forEveryClient(),
                deleting(topics.synapseEvents(), partitions, FOREVER, MIB).forEveryClient(),
                deleting(topics.pruningEvents(), partitions, FOREVER, MIB).forEveryClient(),
                deleting(topics.networkWindows(), partitions, FOREVER, MIB).forEveryClient(),
                deleting(topics.networkEvents(), partitions, FOREVER, MIB).forEveryClient(),
                deleting(topics.rejectedSpikes(), partitions, millis(WEEK), 2 * MIB)
                        .forEveryClient(),
                compacted(topics.appSettings(), 1, MIB));
    }

    /** Returns a copy of this plan with another number of partitions. */
    TopicPlan withPartitions(int otherPartitions) {
        return new TopicPlan(name, otherPartitions, settings, coPartitioned);
    }

    private TopicPlan together() {
        return new TopicPlan(name, partitions, settings, true);
    }

    /**
     * Returns a copy of this plan in which the broker compresses the topic in a form that every Kafka client reads. The
     * app sends zstd, which costs it less, and which clients such as kafkajs do not have.
     */
    private TopicPlan forEveryClient() {
        Map<String, String> readable = new TreeMap<>(settings);
        readable.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        return new TopicPlan(name, partitions, readable, coPartitioned);
    }

    private static TopicPlan deleting(String name, int partitions, String retentionMillis, int maxBytes) {
        Map<String, String> settings = common(TopicConfig.CLEANUP_POLICY_DELETE, maxBytes);
        settings.put(TopicConfig.RETENTION_MS_CONFIG, retentionMillis);
        return new TopicPlan(name, partitions, settings, false);
    }

    private static TopicPlan compacted(String name, int partitions, int maxBytes) {
        return new TopicPlan(name, partitions, common(TopicConfig.CLEANUP_POLICY_COMPACT, maxBytes), false);
    }

    /**
     * Record time stamps are the broker's wall clock whatever a producer sends: event time lives in the values, and
     * a recording of 2015 must not be deleted by retention the moment it arrives.
     */
    private static Map<String, String> common(String cleanupPolicy, int maxBytes) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes));
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
