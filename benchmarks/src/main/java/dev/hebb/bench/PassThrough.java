package dev.hebb.bench;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * A Kafka Streams topology that only reads the batches of a loaded topic and writes each to another topic, exactly
 * once: what Kafka costs before anything is computed. Commits as often as Hebb does.
 */
final class PassThrough {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int COMMIT_MILLIS = 500;

    private final BenchCluster cluster;

    PassThrough(BenchCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Measures a first run, and then another application in the same processes, as with Hebb.
     *
     * @param loaded where the topic of spikes is
     */
    BenchRow run(Connection loaded, int neurons, long spikes) throws InterruptedException, ExecutionException {
        long batches = records(loaded, loaded.topics().spikes());
        RunClock.RunTime first = copy(loaded, "pass-through-" + neurons, batches);
        RunClock.RunTime warm = copy(loaded, TwoRuns.warm("pass-through-" + neurons), batches);
        BenchRow row = BenchRow.of(Way.PASS_THROUGH.label(), neurons, spikes, 0, first.seconds())
                .with("spikesPerSecond", spikes / first.seconds())
                .with("warmSpikesPerSecond", spikes / warm.seconds())
                .with("batches", batches)
                .with("processingGuarantee", StreamsConfig.EXACTLY_ONCE_V2);
        return warm.addTo(first.addTo(row, "first"), "warm");
    }

    /** @throws IllegalStateException if no batch is copied for a long time */
    private RunClock.RunTime copy(Connection loaded, String name, long batches)
            throws InterruptedException, ExecutionException {
        String copies = name + "-copies";
        try (Admin admin = Admin.create(loaded.clientProperties())) {
            admin.createTopics(List.of(new NewTopic(copies, 4, (short) 1)))
                    .all()
                    .get();
        }
        Topology topology = new Topology()
                .addSource(
                        "in",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        loaded.topics().spikes())
                .addSink("out", copies, new ByteArraySerializer(), new ByteArraySerializer(), "in");
        Map<String, String> prompt = new HashMap<>(loaded.properties());
        prompt.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(POLL.toMillis()));
        try (KafkaStreams streams = new KafkaStreams(topology, properties(loaded, name));
                TopicReader<String> out = TopicReader.open(loaded.with(prompt), TopicReader.Start.BEGINNING, copies)) {
            streams.start();
            while (streams.state() != KafkaStreams.State.RUNNING) {
                Thread.sleep(5);
            }
            RunClock clock = new RunClock(batches);
            await(out, batches, clock);
            return clock.time();
        }
    }

    private Properties properties(Connection connection, String name) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrapServers());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        // One network is one partition, the work of one thread. With two, one could copy all of it while the other
        // still joined the group, before the clock started.
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, cluster.stateDirectory().toString());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return properties;
    }

    private static long records(Connection connection, String topic) {
        long[] records = new long[1];
        try (TopicReader<String> reader = TopicReader.open(connection, TopicReader.Start.BEGINNING, topic)) {
            reader.readToEnd(TIMEOUT, read -> records[0]++);
        }
        return records[0];
    }

    private static void await(TopicReader<String> reader, long expected, RunClock clock) {
        long copied = 0;
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (copied < expected) {
            int polled = reader.poll(POLL, read -> {});
            if (polled > 0) {
                copied += polled;
                clock.reached(copied);
                deadline = System.nanoTime() + TIMEOUT.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + copied + " of " + expected + " batches were copied");
            }
        }
    }
}
