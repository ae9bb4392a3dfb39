package dev.hebb.config;

import dev.hebb.census.CensusConfig;
import dev.hebb.framing.FramingConfig;
import dev.hebb.shard.ShardConfig;
import java.util.Map;

/**
 * Everything that the pipeline is configured with.
 *
 * @param framing order, lateness, clocks
 * @param shard windows, lags, shards
 * @param learning evidence, rule, constants, of each network
 * @param census pruning of neurons
 * @param streams Kafka Streams
 * @param topics replication
 * @param http the API
 * @param effective every setting by name, with the value that holds
 */
public record HebbConfig(
        FramingConfig framing,
        ShardConfig shard,
        LearningProfiles learning,
        CensusConfig census,
        StreamsTuning streams,
        TopicsConfig topics,
        HttpConfig http,
        Map<String, String> effective) {
    public HebbConfig {
        effective = Map.copyOf(effective);
    }

    /** Returns a copy for a pipeline whose topics have this prefix, which its application id gets too. */
    public HebbConfig behind(String topicPrefix) {
        return new HebbConfig(framing, shard, learning, census, streams.behind(topicPrefix), topics, http, effective);
    }
}
