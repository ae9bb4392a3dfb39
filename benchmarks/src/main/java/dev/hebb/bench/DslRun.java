package dev.hebb.bench;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.cofiring.LagAxis;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;

/** Measurement of {@link DslSelfJoin} on a loaded topic, until the counts that it has published make up all pairs. */
final class DslRun {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final String NETWORK = "bench";

    private final BenchCluster cluster;
    private final LagAxis axis;
    private final long windowMicros;

    DslRun(BenchCluster cluster, LagAxis axis, long windowMicros) {
        this.cluster = cluster;
        this.axis = axis;
        this.windowMicros = windowMicros;
    }

    /** Measures all of these spikes; choose few. */
    BenchRow run(SpikeSet spikes) throws InterruptedException, ExecutionException {
        String name = "dsl-" + spikes.neurons();
        Connection connection = cluster.connection();
        createTopics(connection, List.of(name + "-spikes", name + "-counts"));
        load(connection, name + "-spikes", spikes);
        Properties properties = DslSelfJoin.properties(
                name, connection.bootstrapServers(), cluster.stateDirectory().toString());
        DslSelfJoin join = new DslSelfJoin(name + "-spikes", name + "-counts", axis, windowMicros);
        long expected = spikes.pairs(axis);
        try (KafkaStreams streams = new KafkaStreams(join.topology(properties), properties);
                TopicReader<String> counts =
                        TopicReader.open(connection, TopicReader.Start.BEGINNING, name + "-counts")) {
            streams.start();
            while (streams.state() != KafkaStreams.State.RUNNING) {
                Thread.sleep(5);
            }
            long start = System.nanoTime();
            long counted = await(counts, expected);
            double seconds = (System.nanoTime() - start) / 1e9;
            return BenchRow.of("kafka-streams-dsl", spikes.neurons(), spikes.size(), counted, seconds)
                    .with("complete", counted == expected)
                    .with("processingGuarantee", "at_least_once");
        }
    }

    private static void createTopics(Connection connection, List<String> names)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void load(Connection connection, String topic, SpikeSet spikes) {
        try (KafkaProducer<String, Integer> producer =
                new KafkaProducer<>(connection.clientProperties(), new StringSerializer(), new IntegerSerializer())) {
            for (int i = 0; i < spikes.size(); i++) {
                var unused = producer.send(
                        new ProducerRecord<>(topic, 0, spikes.timesMicros()[i], NETWORK, spikes.ids()[i]));
            }
            producer.flush();
        }
    }

    /** Sums the newest count of every pair and window; gives up when nothing comes any more. */
    private static long await(TopicReader<String> reader, long expected) {
        PairSum sum = new PairSum();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (sum.pairs < expected && System.nanoTime() < deadline) {
            if (reader.poll(POLL, sum::add) > 0) {
                deadline = System.nanoTime() + TIMEOUT.toNanos();
            }
        }
        return sum.pairs;
    }

    private static final class PairSum {
        private final Map<String, Long> newest = new HashMap<>();
        private long pairs;

        void add(ConsumerRecord<String, byte[]> read) {
            long count = ByteBuffer.wrap(read.value()).getLong();
            Long before = newest.put(read.key(), count);
            pairs += count - (before == null ? 0 : before);
        }
    }
}
