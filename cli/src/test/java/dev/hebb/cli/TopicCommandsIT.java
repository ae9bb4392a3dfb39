package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.answer.Area;
import dev.hebb.api.answer.AuditEvent;
import dev.hebb.api.answer.PrunedAnswer;
import dev.hebb.api.answer.PrunedEntry;
import dev.hebb.api.streams.TopicCommandHistory;
import dev.hebb.api.streams.TopicPruningHistory;
import dev.hebb.cli.cofiring.BruteForceTable;
import dev.hebb.client.TopicNames;
import dev.hebb.schema.CoFiring;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import dev.hebb.serde.AvroSerde;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.TemporaryStack;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands that read topics, against a real broker and registry: what is not committed does not exist. */
class TopicCommandsIT {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;
    private static final int PARTITIONS = 2;
    private static final List<BruteForceTable.Spike> SPIKES = BruteForceTable.randomSpikes(42, 12, 3000, 60_000_000);

    /** Topics that are read; each has one record of another program, which is not in Hebb's format. */
    private static final List<String> TOPICS_READ = List.of(
            TOPICS.control(),
            TOPICS.networkEvents(),
            TOPICS.pruningEvents(),
            TOPICS.networkWindows(),
            TOPICS.dendrites(),
            TOPICS.coFiring());

    private static TemporaryStack temporary;
    private static LocalStack stack;
    private static SchemaRegistryClient registry;

    @BeforeAll
    static void writeAsTheAppDoes() throws Exception {
        temporary = TemporaryStack.start();
        stack = temporary.stack();
        registry = stack.connection().registry();
        stack.provision(TOPICS, PARTITIONS);
        try (Producer<String, byte[]> producer = producer("app")) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, TOPICS.synapseEvents(), "dish/4", Records.synapseFormed("dish", 17, 4, 400));
            send(producer, TOPICS.pruningEvents(), "dish/4", Records.synapsePruned("dish", 17, 4, 431));
            send(producer, TOPICS.pruningEvents(), "other/4", Records.synapsePruned("other", 1, 4, 431));
            send(producer, TOPICS.dendrites(), "dish/4", Records.dendrite("dish", 4, 17, 20));
            send(producer, TOPICS.dendrites(), "dish/5", Records.dendrite("dish", 5, 3));
            producer.commitTransaction();

            producer.beginTransaction();
            send(producer, TOPICS.pruningEvents(), "dish/5", Records.synapsePruned("dish", 99, 5, 432));
            producer.flush();
            producer.abortTransaction();

            producer.beginTransaction();
            send(producer, TOPICS.pruningEvents(), "dish/6", Records.neuronPruned("dish", 6, 433));
            send(producer, TOPICS.dendrites(), "dish/4", Records.dendrite("dish", 4, 20));
            send(producer, new ProducerRecord<>(TOPICS.dendrites(), "dish/5", null));
            writeCounts(producer);
            writeArea(producer);
            for (String topic : TOPICS_READ) {
                send(producer, new ProducerRecord<>(topic, "stranger", "no Avro".getBytes(StandardCharsets.UTF_8)));
            }
            producer.commitTransaction();
        }
    }

    private static void writeCounts(Producer<String, byte[]> producer) {
        for (CoFiring counts : BruteForceTable.coFiring("dish", SPIKES)) {
            send(producer, TOPICS.coFiring(), "dish/" + counts.getPost(), counts);
        }
        BruteForceTable.pairsByWindow(SPIKES).forEach((window, pairs) -> {
            send(producer, TOPICS.networkWindows(), "dish/0", Records.windowClosed("dish", 0, 2, window, pairs));
            send(producer, TOPICS.networkWindows(), "dish/1", Records.windowClosed("dish", 1, 2, window, 0));
        });
        send(producer, TOPICS.networkWindows(), "large/0", Records.windowClosed("large", 0, 1, 0, 1000));
    }

    private static void writeArea(Producer<String, byte[]> producer) {
        ControlEvent define = new ControlEvent("dish", 0L, new DefineArea("cortex", List.of(1, 2)), "id-1", "anna", 5L);
        NetworkEvent applied = NetworkEvent.newBuilder()
                .setNetwork("dish")
                .setKind(NetworkEventKind.COMMAND_APPLIED)
                .setAt(0)
                .setWindow(0)
                .setStage("GROWTH")
                .setCommandId("id-1")
                .build();
        send(producer, TOPICS.control(), "dish", define);
        send(producer, TOPICS.networkEvents(), "dish", applied);
    }

    @AfterAll
    static void stop() {
        temporary.close();
    }

    @Test
    void watchesWhatIsCommittedAndStopsAtTheEnd() throws Exception {
        // Given: a transaction that is not over
        try (Producer<String, byte[]> producer = producer("another")) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, TOPICS.pruningEvents(), "dish/7", Records.synapsePruned("dish", 98, 7, 500));
            producer.flush();

            // When
            CommandRun watch = run("watch", "pruning", "--from-beginning", "--exit-at-end", "--network", "dish");

            // Then
            assertThat(watch.err()).startsWith("hebb: passed over " + TOPICS.pruningEvents() + ", partition ");
            assertThat(watch.exitCode()).isZero();
            assertThat(watch.out()).hasSize(3);
            assertThat(watch.out().get(0)).startsWith("TIME");
            assertThat(watch.out())
                    .anyMatch(line -> line.contains("17 -> 4"))
                    .anyMatch(line -> line.contains("neuron 6"));
            producer.abortTransaction();
        }
    }

    @Test
    void watchesAsJson() throws Exception {
        // When
        CommandRun watch = run("watch", "windows", "--from-beginning", "--exit-at-end", "--network", "large", "--json");

        // Then
        assertThat(watch.out()).singleElement().asString().startsWith("{\"network\":\"large\",\"shard\":0,");
    }

    @Test
    void exportsTheConnectomeAsItWas() throws Exception {
        // Given: a synapse that is formed by the end of window 400 and pruned by that of 431
        long formed = 401 * Records.WINDOW_MICROS;
        long pruned = 432 * Records.WINDOW_MICROS;
        // Then
        assertThat(exportedAt(formed - 1)).isEmpty();
        assertThat(exportedAt(formed)).containsExactly("17 4 0.1");
        assertThat(exportedAt(pruned - 1)).containsExactly("17 4 0.1");
        assertThat(exportedAt(pruned)).isEmpty();
        assertThat(run("export", "--network", "nope", "--format", "csv", "--at", "1h")
                        .err())
                .contains("there is no network 'nope'");
        assertThat(run("export", "--network", "dish", "--format", "csv", "--at", "noon")
                        .err())
                .contains("--at: 'noon' is not an event time");
    }

    private static List<String> exportedAt(long micros) throws Exception {
        return run("export", "--network", "dish", "--format", "edgelist", "--at", Long.toString(micros))
                .out();
    }

    @Test
    void fromNowOnThereIsNothing() throws Exception {
        assertThat(run("watch", "synapses", "--exit-at-end", "--json").out()).isEmpty();
    }

    @Test
    void printsCountsAsTheBruteForceDoes() throws Exception {
        // When
        CommandRun coFiring = run("co-firing", "--network", "dish", "--csv");

        // Then
        assertThat(coFiring.err())
                .contains("passed over " + TOPICS.networkWindows() + ", partition ")
                .contains("passed over " + TOPICS.coFiring() + ", partition ");
        assertThat(coFiring.exitCode()).isZero();
        assertThat(coFiring.out()).isEqualTo(BruteForceTable.csv(SPIKES)).hasSizeGreaterThan(1000);
    }

    @Test
    void refusesToPrintCountsThatWereNotPublished() throws Exception {
        // When
        CommandRun large = run("co-firing", "--network", "large", "--csv");
        CommandRun unknown = run("co-firing", "--network", "nope", "--csv");

        // Then
        assertThat(large.exitCode()).isEqualTo(1);
        assertThat(large.out()).isEmpty();
        assertThat(large.err()).contains("window 0 has 0 of 1000 pairs").contains("hebb.co-firing.max-neurons");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no window of a network 'nope' is closed");
    }

    @Test
    void summarisesCounts() throws Exception {
        // When
        CommandRun coFiring = run("co-firing", "--network", "dish");

        // Then
        assertThat(coFiring.out()).hasSize(22);
        assertThat(coFiring.out().get(0)).contains("132 ordered pairs of neurons in 6 closed windows");
    }

    @Test
    void materialisesTheConnectomeFromItsTopic() throws Exception {
        // When
        CommandRun synapses = run("synapses", "--network", "dish", "--from-topic", "--csv");

        // Then
        assertThat(synapses.err()).startsWith("hebb: passed over " + TOPICS.dendrites() + ", partition ");
        assertThat(synapses.out())
                .containsExactly(
                        "pre,post,state,weight,lag_us,z,formed_at,last_cofired_at,kind,fdr,as_of,pre_name,"
                                + "post_name,pre_x,pre_y,pre_z,post_x,post_y,post_z",
                        "20,4,ACTIVE,0.25,2000,0.25,300000000,300000000,EXCITATORY,,310000000,,,,,,,,");
    }

    @Test
    void remembersWhatWasPrunedBetweenTwoTimes() {
        // Given
        TopicPruningHistory history = TopicPruningHistory.of(stack.connection(), registry);
        long until = 432 * Records.WINDOW_MICROS;

        // When
        PrunedAnswer all = history.between("dish", 0, 10 * until, 10);
        PrunedAnswer early = history.between("dish", 0, until + 1, 10);
        PrunedAnswer first = history.between("dish", 0, 10 * until, 1);

        // Then
        assertThat(all.complete()).isTrue();
        assertThat(all.unreadable()).isEqualTo(1);
        assertThat(all.pruned()).extracting(PrunedEntry::post).containsExactly(4, 6);
        assertThat(all.pruned()).extracting(entry -> entry.cause().reason()).containsExactly("UNUSED", "SILENT");
        assertThat(early.pruned()).extracting(PrunedEntry::post).containsExactly(4);
        assertThat(first.pruned()).extracting(PrunedEntry::post).containsExactly(4);
        assertThat(first.complete()).isFalse();
    }

    @Test
    void oneUnreadableCommandDoesNotHideAreasAndAudit() {
        // Given
        TopicCommandHistory history = TopicCommandHistory.of(stack.connection(), registry);

        // When, Then
        assertThat(history.areas("dish")).singleElement().isEqualTo(new Area("cortex", List.of(1, 2), 0, true));
        assertThat(history.audit("dish", 10).events())
                .singleElement()
                .extracting(AuditEvent::commandId)
                .isEqualTo("id-1");
        assertThat(history.audit("dish", 10).unreadable()).isEqualTo(1);
    }

    @Test
    void saysThatATopicIsMissing() throws Exception {
        // When
        CommandRun watch = run("watch", "pruning", "--topic-prefix", "absent-", "--exit-at-end");

        // Then
        assertThat(watch.exitCode()).isEqualTo(1);
        assertThat(watch.err())
                .contains("there is no topic absent-pruning-events")
                .contains("hebb doctor");
    }

    private static CommandRun run(String... args) {
        return CommandRun.of(stack, stack.app(), args);
    }

    private static Producer<String, byte[]> producer(String transactionalId) {
        Map<String, Object> config = stack.connection().clientProperties();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private static <T extends SpecificRecord> void send(
            Producer<String, byte[]> producer, String topic, String key, T record) {
        try (Serializer<T> serializer = AvroSerde.serializer(registry, topic, record.getSchema())) {
            send(producer, new ProducerRecord<>(topic, key, serializer.serialize(topic, record)));
        }
    }

    /** Errors appear at the latest when the transaction ends. */
    private static void send(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        assertThat(producer.send(record)).isNotNull();
    }
}
