package dev.hebb.app;

import dev.hebb.client.Connection;
import dev.hebb.client.Replication;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.StreamsTuning;
import dev.hebb.processor.RecordTime;
import dev.hebb.processor.SpikeRuns;
import dev.hebb.shard.ShardConfig;
import dev.hebb.topology.BoundedRocksDb;
import dev.hebb.topology.ChangelogSettings;
import dev.hebb.topology.RocksDbMemory;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' own configuration, with a reason for each value that is not the default. */
final class StreamsProperties {
    private static final int LARGEST_RECORD_BYTES = ShardConfig.LARGEST_RECORD_BYTES;
    private static final int PRODUCER_BATCH_BYTES = 256 << 10;

    /** The fastest: those above make rows hardly smaller. */
    private static final int ZSTD_LEVEL = 1;

    /**
     * The shortest that brokers allow by default; heartbeats come from a thread of their own, however long a task
     * works.
     */
    private static final int SESSION_MILLIS = 6_000;

    private static final int HEARTBEAT_MILLIS = 1_000;

    /**
     * Longer than to close a window of the largest networks takes, which is one transaction. What a dead instance left
     * open is aborted by {@link DeadTransactions}, and does not wait for this.
     */
    private static final int TRANSACTION_MILLIS = 60_000;

    /** By default 100 ms, after each of which about one more new changelog was ready: most of a second. */
    private static final int RETRY_MILLIS = 20;

    private StreamsProperties() {}

    /**
     * The properties.
     *
     * @param advertised host and port of this instance's API, by which other instances ask it
     * @param instance see {@link LocalState#instance}
     */
    static Properties of(
            HebbConfig config, AppCluster cluster, RocksDbMemory memory, String advertised, String instance) {
        StreamsTuning tuning = config.streams();
        Connection connection = cluster.connection();
        Properties properties = new Properties();
        // Clients default to what the user passed through; what follows holds in any case.
        properties.putAll(connection.clientProperties());
        // Kafka Streams' own names of clients say which process they belong to: see DeadTransactions.
        properties.remove(StreamsConfig.CLIENT_ID_CONFIG);
        putApplication(properties, tuning, advertised);
        putStores(properties, tuning, memory);
        putInternalTopics(properties, cluster.replication());
        properties.putIfAbsent(StreamsConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_MILLIS);
        properties.putAll(producer());
        properties.putAll(consumer());
        properties.putAll(spikeRuns(connection));
        properties.putAll(membership(instance));
        return properties;
    }

    private static void putApplication(Properties properties, StreamsTuning tuning, String advertised) {
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, tuning.applicationId());
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, advertised);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, tuning.processingGuarantee());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, tuning.threads());
        // The default stops at a record without time stamp.
        properties.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTime.class);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, tuning.standbys());
        // Every commit is a transaction of the broker; 100 ms, the default, would write the changelogs 4.5 times as
        // much.
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, tuning.commitIntervalMillis());
        // There are no global stores; without this Kafka Streams warns of their exceptions three times at each start.
        properties.put("processing.exception.handler.global.enabled", true);
    }

    private static void putStores(Properties properties, StreamsTuning tuning, RocksDbMemory memory) {
        properties.put(StreamsConfig.STATE_DIR_CONFIG, tuning.stateDir());
        // Large enough to absorb the rewrites of a row within a commit.
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, tuning.cacheBytes());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.MEMORY_CONFIG, memory);
    }

    private static void putInternalTopics(Properties properties, Replication replication) {
        // A name that is not ours would orphan its topic when the topology changes.
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) replication.factor());
        ChangelogSettings.ofInternalTopics(replication)
                .forEach((name, value) -> properties.put(StreamsConfig.topicPrefix(name), value));
    }

    private static Map<String, Object> producer() {
        return Map.of(
                // A row or a record of windowed counts may be larger than the default of 1 MB.
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD_BYTES,
                // Of changelogs and internal topics, which only Hebb reads; topics of results have their own codec.
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd",
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), ZSTD_LEVEL,
                StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), PRODUCER_BATCH_BYTES,
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MILLIS);
    }

    /**
     * An instance that is started again takes its old place at once, and one that is gone is missed soon. With the
     * defaults, either took the 45 s after which the group gives a member up.
     */
    private static Map<String, Object> membership(String instance) {
        return Map.of(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
    }

    /** Single spikes are joined behind what the user's own interceptors saw of them. */
    private static Map<String, Object> spikeRuns(Connection connection) {
        String interceptors = ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG;
        String runs = SpikeRuns.class.getName();
        // Of the user's, those that Kafka Streams would take: the most special name comes first.
        String all = Stream.of(
                        StreamsConfig.mainConsumerPrefix(interceptors),
                        StreamsConfig.consumerPrefix(interceptors),
                        interceptors)
                .map(connection.clientProperties()::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .map(others -> others.isBlank() ? runs : others + "," + runs)
                .orElse(runs);
        return Map.of(
                StreamsConfig.mainConsumerPrefix(interceptors),
                all,
                StreamsConfig.mainConsumerPrefix(SpikeRuns.TOPIC_CONFIG),
                connection.topics().spikes());
    }

    private static Map<String, Object> consumer() {
        return Map.of(
                // A new application starts with the spikes that are there.
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest",
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), LARGEST_RECORD_BYTES,
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                        LARGEST_RECORD_BYTES);
    }
}
