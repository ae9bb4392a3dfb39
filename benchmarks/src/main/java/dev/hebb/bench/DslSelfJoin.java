package dev.hebb.bench;

import dev.hebb.cofiring.LagAxis;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Co-firing as one would write it in the Kafka Streams DSL: the network's spikes joined with themselves within the
 * reach, and counted by pair and window. It does less than Hebb, which counts by lag too.
 *
 * <p>A record is a spike: key network, value neuron, and as time stamp its time in microseconds, which the DSL takes
 * for milliseconds; so its windows are exact to the microsecond. A count's key is pre · 2^32 + post and the window.
 */
final class DslSelfJoin {
    private final String spikes;
    private final String counts;
    private final LagAxis axis;
    private final long windowMicros;

    DslSelfJoin(String spikesTopic, String countsTopic, LagAxis axis, long windowMicros) {
        this.spikes = spikesTopic;
        this.counts = countsTopic;
        this.axis = axis;
        this.windowMicros = windowMicros;
    }

    Topology topology(Properties properties) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Integer> posts = builder.stream(spikes, Consumed.with(Serdes.String(), Serdes.Integer()));
        JoinWindows within = JoinWindows.ofTimeDifferenceWithNoGrace(Duration.ZERO)
                .before(Duration.ofMillis(axis.reachMicros() - 1L));
        posts.join(
                        posts,
                        (post, pre) -> (long) pre << 32 | post,
                        within,
                        StreamJoined.with(Serdes.String(), Serdes.Integer(), Serdes.Integer())
                                .withName("pairs")
                                .withStoreName("pairs"))
                .filter((network, pair) -> (pair >>> 32) != (pair & 0xFFFF_FFFFL))
                .groupBy((network, pair) -> pair, Grouped.with("by-pair", Serdes.Long(), Serdes.Long()))
                .windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofMillis(windowMicros)))
                .count(Materialized.<Long, Long, WindowStore<Bytes, byte[]>>as("counts")
                        .withKeySerde(Serdes.Long())
                        .withValueSerde(Serdes.Long()))
                .toStream()
                .map((pair, count) ->
                        KeyValue.pair(pair.key() + "/" + pair.window().start(), count))
                .to(counts, Produced.with(Serdes.String(), Serdes.Long()));
        return builder.build(properties);
    }

    /** Returns the default properties, and the optimiser, which saves the join one of its two stores. */
    static Properties properties(String applicationId, String bootstrapServers, String stateDirectory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory);
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        return properties;
    }
}
