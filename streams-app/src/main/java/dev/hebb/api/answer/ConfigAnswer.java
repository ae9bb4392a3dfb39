package dev.hebb.api.answer;

import dev.hebb.config.HebbConfig;
import dev.hebb.shard.CoFiringConfig;
import java.util.Map;
import java.util.TreeMap;

/**
 * Configuration of an instance.
 *
 * @param applicationId of Kafka Streams: names the consumer group and the internal topics
 * @param topicPrefix put before the name of every topic
 * @param shards how many shards every network is split into
 * @param windowMicros length of a window
 * @param lagBinMicros width of a lag bin
 * @param bins lag bins on each side of zero
 * @param judgeEveryWindows windows from one recount and judgement of evidence to the next
 * @param denseMaxNeurons most neurons of a network of which every pair has a cumulative histogram
 * @param coFiring which windowed counts are kept and published
 * @param settings every setting by name, with the value that holds
 */
public record ConfigAnswer(
        String applicationId,
        String topicPrefix,
        int shards,
        long windowMicros,
        int lagBinMicros,
        int bins,
        int judgeEveryWindows,
        int denseMaxNeurons,
        CoFiring coFiring,
        Map<String, String> settings) {
    public ConfigAnswer {
        settings = new TreeMap<>(settings);
    }

    /**
     * Windowed counts.
     *
     * @param publish AUTO, ALWAYS or NEVER
     * @param maxNeurons with AUTO: of networks up to this many neurons
     * @param windowsKept how many closed windows of a dendrite can be asked for
     * @param coincidenceMicros undirected pairs closer than this are coincidences
     */
    public record CoFiring(String publish, int maxNeurons, int windowsKept, int coincidenceMicros) {}

    /** Returns the answer about a configuration. */
    public static ConfigAnswer of(HebbConfig config, String topicPrefix) {
        CoFiringConfig coFiring = config.shard().coFiring();
        return new ConfigAnswer(
                config.streams().applicationId(),
                topicPrefix,
                config.shard().shards(),
                config.shard().windowMicros(),
                config.shard().axis().binMicros(),
                config.shard().axis().bins(),
                config.shard().judgeEveryWindows(),
                config.shard().denseMaxNeurons(),
                new CoFiring(
                        coFiring.publish().name(),
                        coFiring.maxNeurons(),
                        coFiring.windowsKept(),
                        coFiring.coincidenceMicros()),
                config.effective());
    }
}
