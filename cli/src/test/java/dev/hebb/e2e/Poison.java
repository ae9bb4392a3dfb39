package dev.hebb.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.cli.Records;
import dev.hebb.client.Connection;
import dev.hebb.client.Subjects;
import dev.hebb.framing.RejectReason;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Gap;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.Spike;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroEncoder;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends good spikes, and between them what no producer should send. */
final class Poison implements AutoCloseable {
    static final String GOOD = "good";
    static final String LOUD = "loud";
    static final long LAST_WINDOW = 5;
    static final long LOUD_LAST_WINDOW = 0;

    /** Largest number of neurons of one network that the pipeline is configured to accept. */
    static final int MOST_NEURONS = 1_000;

    private static final long SECOND = 1_000_000;
    private static final int ONE_SPIKE_NETWORKS = 10_000;
    private static final long HOUR = 3_600 * SECOND;

    private final String spikesTopic;
    private final String controlTopic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AvroEncoder<Object> spikes;
    private final AvroEncoder<Object> controls;
    private final AvroEncoder<Object> stranger;
    private final int foreignSchema;
    private final Map<RejectReason, Integer> refusals = new TreeMap<>();
    private final Map<String, byte @Nullable []> bad = new HashMap<>();
    private final List<Future<RecordMetadata>> unanswered = new ArrayList<>();
    private final Random random = new Random(1);

    Poison(Connection connection) throws IOException, InterruptedException {
        spikesTopic = connection.topics().spikes();
        controlTopic = connection.topics().control();
        Map<String, Object> config = connection.clientProperties();
        config.put("max.request.size", 8 << 20);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        SchemaRegistryClient registry = connection.registry();
        spikes = AvroEncoder.register(registry, spikesTopic + "-value", Subjects.SPIKES);
        controls = AvroEncoder.register(registry, controlTopic + "-value", ControlEvent.getClassSchema());
        stranger = AvroEncoder.register(
                registry, connection.topics().pruningEvents() + "-value", PruningEvent.getClassSchema());
        foreignSchema = jsonSchema(connection);
    }

    /** Registers a schema that is not Avro, as other programs of a lab do in the same registry; returns its id. */
    private static int jsonSchema(Connection connection) throws IOException, InterruptedException {
        URI subject = URI.create(connection.schemaRegistry() + "/subjects/a-web-page-value/versions");
        HttpRequest request = HttpRequest.newBuilder(subject)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"schemaType\": \"JSON\", \"schema\":"
                        + " \"{\\\"$schema\\\": \\\"http://json-schema.org/draft-07/schema#\\\"}\"}"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(answer).required("id").asInt();
    }

    /** Returns the number of spikes or records that have to be refused, by reason. */
    Map<RejectReason, Integer> refusals() {
        return refusals;
    }

    /** The values of bad records, by where they are: topic-partition@offset. */
    Map<String, byte @Nullable []> bad() {
        return bad;
    }

    /** Sends everything, and writes what is good in two networks as CSV. */
    void pour(Path goodCsv, Path loudCsv) throws IOException, ExecutionException, InterruptedException {
        try (BufferedWriter good = Files.newBufferedWriter(goodCsv)) {
            good.write("neuron,time_us\n");
            for (int batch = 0; batch < 600; batch++) {
                goodBatch(batch, good);
                if (batch % 6 == 5) {
                    badRecords();
                }
                if (batch == 300) {
                    extremes();
                    randomIds();
                    loud(loudCsv);
                    manyNetworks();
                }
                if (batch == 400) {
                    wildClock(batch);
                    late();
                }
            }
        }
        heartbeat(GOOD, (LAST_WINDOW + 1) * 10 * SECOND);
        for (Future<RecordMetadata> sent : unanswered) {
            sent.get();
        }
    }

    /** 100 ms of seven neurons. */
    private void goodBatch(int batch, BufferedWriter csv) throws IOException {
        long origin = batch * SECOND / 10;
        List<Integer> neurons = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            neurons.add(random.nextInt(7));
            offsets.add(random.nextInt(100_000));
            csv.write(neurons.get(k) + "," + (origin + offsets.get(k)) + "\n");
        }
        good(spikesTopic, GOOD, spikes.encode(new SpikeBatch(GOOD, origin, neurons, offsets)));
    }

    private void badRecords() throws ExecutionException, InterruptedException {
        byte[] noise = new byte[1 + random.nextInt(60)];
        random.nextBytes(noise);
        noise[0] = (byte) (1 + random.nextInt(100));
        refused(RejectReason.NOT_WIRE_FORMAT, 1, noise);
        refused(RejectReason.NOT_WIRE_FORMAT, 1, null);
        refused(RejectReason.NOT_WIRE_FORMAT, 1, new byte[0]);
        refused(RejectReason.NOT_WIRE_FORMAT, 1, new byte[] {0, 0, 0});
        ByteBuffer unknown = ByteBuffer.allocate(30).put((byte) 0).putInt(1_000_000 + random.nextInt(1_000_000_000));
        refused(RejectReason.UNKNOWN_SCHEMA, 1, unknown.array());
        ByteBuffer strange = ByteBuffer.allocate(30).put(stranger.encode(Records.neuronPruned(GOOD, 1, 0)), 0, 5);
        refused(RejectReason.WRONG_SCHEMA, 1, strange.array());
        ByteBuffer foreign = ByteBuffer.allocate(30).put((byte) 0).putInt(foreignSchema);
        refused(RejectReason.WRONG_SCHEMA, 1, foreign.array());
        ByteBuffer negative = ByteBuffer.allocate(30).put((byte) 0).putInt(-1 - random.nextInt(1_000_000_000));
        refused(RejectReason.UNKNOWN_SCHEMA, 1, negative.array());
        byte[] whole = spikes.encode(new SpikeBatch(GOOD, 0L, List.of(1, 2, 3), List.of(1, 2, 3)));
        refused(RejectReason.MALFORMED, 1, Arrays.copyOf(whole, 6 + random.nextInt(whole.length - 6)));
        batch(RejectReason.MISMATCHED_ARRAYS, 1, GOOD, 0, List.of(1, 2, 3), List.of(1, 2));
        batch(RejectReason.NEGATIVE_NEURON, 2, GOOD, 100 * SECOND, List.of(-1, Integer.MIN_VALUE), List.of(1, 2));
        batch(RejectReason.EMPTY_NETWORK, 1, "", 0, List.of(1), List.of(1));
        batch(RejectReason.BAD_NETWORK_NAME, 1, "a\u0000b", 0, List.of(1), List.of(1));
        batch(RejectReason.BAD_NETWORK_NAME, 1, "x".repeat(5_000), 0, List.of(1), List.of(1));
        refused(RejectReason.NOT_WIRE_FORMAT, 1, controlTopic, noise);
        refused(RejectReason.NOT_WIRE_FORMAT, 1, controlTopic, noise, new RecordHeader("hebb-run", new byte[0]));
        byte[] backwards = controls.encode(new ControlEvent(GOOD, 0L, new Gap(5 * HOUR, 4 * HOUR), "", "", 0L));
        refused(RejectReason.BAD_CONTROL, 1, controlTopic, backwards);
    }

    /** Sends both ends of what the types can hold. */
    private void extremes() throws ExecutionException, InterruptedException {
        for (long time : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1, -(1L << 53) - 1}) {
            refused(RejectReason.TIME_OUT_OF_RANGE, 1, spikes.encode(new Spike(GOOD, 1, time)));
            batch(RejectReason.TIME_OUT_OF_RANGE, 1, GOOD, time, List.of(1), List.of(0));
        }
        batch(RejectReason.TIME_OUT_OF_RANGE, 1, GOOD, Long.MAX_VALUE - 5, List.of(1), List.of(Integer.MAX_VALUE));
        batch(RejectReason.TIME_OUT_OF_RANGE, 1, GOOD, Long.MIN_VALUE, List.of(1), List.of(Integer.MIN_VALUE));
        for (long time : new long[] {-(1L << 53), 1L << 53}) {
            String network = "edge" + time;
            good(spikesTopic, network, spikes.encode(new Spike(network, Integer.MAX_VALUE, time)));
            good(spikesTopic, network, spikes.encode(new Spike(network, 0, time)));
        }
    }

    /** Sends one record of more neurons than any network may have. */
    private void randomIds() throws ExecutionException, InterruptedException {
        List<Integer> ids = random.ints(0, Integer.MAX_VALUE)
                .distinct()
                .limit(MOST_NEURONS + 7)
                .boxed()
                .toList();
        batch(RejectReason.TOO_MANY_NEURONS, 7, "random", 0, ids, Collections.nCopies(ids.size(), 0));
        heartbeat("random", 20 * SECOND);
    }

    /** A neuron at 30 kHz, and three others. */
    private void loud(Path loudCsv) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(loudCsv)) {
            csv.write("neuron,time_us\n");
            for (int batch = 0; batch < 30; batch++) {
                long origin = batch * SECOND / 10;
                List<Integer> neurons = new ArrayList<>();
                List<Integer> offsets = new ArrayList<>();
                for (int offset = 0; offset < 100_000; offset += 33) {
                    neurons.add(0);
                    offsets.add(offset);
                }
                for (int neuron = 1; neuron < 4; neuron++) {
                    neurons.add(neuron);
                    offsets.add(random.nextInt(100_000));
                }
                for (int k = 0; k < neurons.size(); k++) {
                    csv.write(neurons.get(k) + "," + (origin + offsets.get(k)) + "\n");
                }
                good(spikesTopic, LOUD, spikes.encode(new SpikeBatch(LOUD, origin, neurons, offsets)));
            }
        }
        heartbeat(LOUD, (LOUD_LAST_WINDOW + 1) * 10 * SECOND);
    }

    private void manyNetworks() {
        IntStream.range(0, ONE_SPIKE_NETWORKS).forEach(k -> {
            String network = "one" + k;
            good(spikesTopic, network, spikes.encode(new Spike(network, k, (long) k)));
        });
    }

    /** A clock that is hours ahead, in one spike that no other confirms. */
    private void wildClock(int batch) throws ExecutionException, InterruptedException {
        long now = batch * SECOND / 10;
        refused(RejectReason.CLOCK_JUMP, 1, spikes.encode(new Spike(GOOD, 3, now + 5 * HOUR)));
    }

    private void late() throws ExecutionException, InterruptedException {
        refused(RejectReason.LATE, 1, spikes.encode(new Spike(GOOD, 3, SECOND)));
        batch(RejectReason.LATE, 3, GOOD, SECOND, List.of(1, 2, 3), List.of(0, 0, 0));
    }

    private void heartbeat(String network, long time) {
        good(spikesTopic, network, spikes.encode(new SpikeBatch(network, time, List.of(), List.of())));
    }

    private void batch(
            RejectReason reason, int count, String network, long origin, List<Integer> neurons, List<Integer> offsets)
            throws ExecutionException, InterruptedException {
        refused(reason, count, spikes.encode(new SpikeBatch(network, origin, neurons, offsets)));
    }

    private void refused(RejectReason reason, int count, byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        refused(reason, count, spikesTopic, value);
    }

    private void refused(RejectReason reason, int count, String topic, byte @Nullable [] value, Header... headers)
            throws ExecutionException, InterruptedException {
        RecordMetadata sent = send(topic, GOOD, value, headers).get();
        bad.put(topic + "-" + sent.partition() + "@" + sent.offset(), value);
        refusals.merge(reason, count, Integer::sum);
    }

    private void good(String topic, String key, byte[] value) {
        unanswered.add(send(topic, key, value));
    }

    private Future<RecordMetadata> send(String topic, String key, byte @Nullable [] value, Header... headers) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        return producer.send(new ProducerRecord<>(topic, null, keyBytes, value, List.of(headers)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
