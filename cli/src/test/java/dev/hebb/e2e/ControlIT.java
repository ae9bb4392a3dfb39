package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.hebb.cli.CommandRun;
import dev.hebb.cli.Records;
import dev.hebb.schema.Attention;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import dev.hebb.serde.AvroSerde;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands to a network that an app counts: ten minutes are closed, the next window to begin is at 10:10. */
class ControlIT {
    private static final long NEXT_MICROS = 610_000_000;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private static Scene scene;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void simulate() throws Exception {
        scene = new Scene(SharedStack.get(), "control", Map.of("shards", "2")).start();
        CommandRun simulated = scene.run("simulate --network dish --neurons 12 --rate 5 --synapses 15 --strength 0.5"
                + " --duration 10m --seed 7 --wait");
        assertThat(simulated.err()).isEmpty();
        assertThat(scene.run("control area cortex --network dish --neurons 0-5 --no-wait")
                        .err())
                .isEmpty();
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    /** Checks this here, because this stack has a network with synapses. */
    @Test
    void theScrapeHasWhatDashboardsAndRulesAskFor() throws Exception {
        // The metric of pauses appears with the first collection that follows the start of the app.
        System.gc();
        // Stores and topics appear when the metrics of Kafka Streams are looked for again.
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(scene.get("/metrics"))
                .contains(
                        "\nkafka_stream_state_block_cache_usage{",
                        "\nkafka_stream_topic_records_consumed_total{",
                        "\njvm_gc_pause_seconds_sum{"));
        String scrape = scene.get("/metrics");
        String asked = String.join("\n", Monitoring.dashboardQueries())
                + Files.readString(Monitoring.PROMETHEUS.resolve("alerts.yml"));
        assertThat(Monitoring.metricsOf(scrape)).containsAll(Monitoring.metricsIn(asked));
        assertThat(scrape.lines().filter(line -> !line.startsWith("#")).count())
                .as("docs/monitoring.md says how many time series there are at most")
                .isLessThan(3_000);
        assumeThat(Monitoring.hasPromtool())
                .as("needs promtool, which Debian's package prometheus has")
                .isTrue();
        assertThat(Monitoring.promtool(scrape, "check", "metrics")).isEqualTo("0");
    }

    @Test
    void nowIsTheStartOfTheNextWindow() {
        // When
        CommandRun run = scene.run("control attend --network dish --area cortex --gain 3 --for 1m --no-wait --by anna");

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().get(1)).startsWith("it holds from 00:10:10.000 (610000000 µs) until 00:11:10.000");
    }

    @Test
    void refusesWhatThePipelineWouldRefuse() {
        assertThat(scene.run("control calm --network dish --from 5m").err())
                .contains("lies in a window of network 'dish' that is closed");
        assertThat(scene.run("control lesion --network dish --area cortx").err())
                .contains("has no area 'cortx'; it has cortex");
        assertThat(scene.run("control calm --network dsh").err()).contains("is the name right?");
        assertThat(scene.run("control calm --network later --from 0 --no-wait").exitCode())
                .isZero();
    }

    @Test
    void isAppliedWhenEventTimeReachesIt() throws Exception {
        // Given
        String simulate = "simulate --network grown --neurons 5 --rate 5 --duration 1m --wait --start ";
        assertThat(scene.run(simulate + "0").exitCode()).isZero();

        // When: neuron 99 has never fired, and no client asks the app whether the last is in time
        CommandRun area = scene.run("control area nose --network grown --neurons 0-2 --no-wait");
        CommandRun attend = scene.run("control attend --network grown --area nose --gain 2 --no-wait --by anna");
        CommandRun lesion = scene.run("control lesion --network grown --neurons 99 --no-wait");
        CommandRun late = CommandRun.of(
                SharedStack.get(),
                "http://127.0.0.1:1",
                ("control calm --network grown --from 5s --wait 4m --topic-prefix "
                                + scene.connection().topics().prefix())
                        .split(" "));
        assertThat(scene.run(simulate + "60000000").exitCode()).isZero();

        // Then
        assertThat(area.exitCode() + attend.exitCode() + lesion.exitCode()).isZero();
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.err()).contains("the pipeline refused it: ");
        assertThat(scene.run("watch network --network grown --from-beginning --exit-at-end")
                        .out())
                .anyMatch(line -> line.matches(".*COMMAND_APPLIED.*define area 'nose' as neurons 0,1,2"))
                .anyMatch(line -> line.matches(".*COMMAND_APPLIED.*anna +attention 2.0 to area 'nose'"))
                .anyMatch(line -> line.matches(".*COMMAND_REFUSED.*lesion of neurons 99: neuron 99 has not fired.*"))
                .anyMatch(line -> line.matches(".*COMMAND_REFUSED.*calm: .*"));
        assertThat(scene.get("/v1/networks/grown/areas")).contains("\"applied\" : true");
    }

    @Test
    void takesTheSameOverHttpAndKeepsTheResult() throws Exception {
        // When
        HttpResponse<String> sent = post("{\"command\":\"attention\",\"area\":\"cortex\",\"gain\":2.5,\"by\":\"bea\"}");
        ControlEvent command = scene
                .topics()
                .<ControlEvent>read(scene.connection().topics().control(), ControlEvent.getClassSchema())
                .stream()
                .filter(event -> event.getSentBy().equals("bea"))
                .findFirst()
                .orElseThrow();
        answer(Records.answer(command, NetworkEventKind.COMMAND_REFUSED, "for the sake of it"));

        // Then
        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(sent.body()).contains(command.getId());
        assertThat(command.getCommand()).isEqualTo(new Attention("cortex", List.of(), 2.5, null));
        assertThat(command.getEffectiveFrom()).isEqualTo(NEXT_MICROS);
        assertThat(scene.get("/v1/networks/dish/control"))
                .contains(command.getId())
                .contains("for the sake of it");
        assertThat(scene.run("watch network --network dish --from-beginning --exit-at-end")
                        .out())
                .anyMatch(line -> line.contains("bea") && line.contains("for the sake of it"));
    }

    @Test
    void findsPathwaysFromNeuronsAndAreas() throws Exception {
        // When
        CommandRun area = scene.run("pathways --network dish --from cortex");
        CommandRun csv = scene.run("pathways --network dish --from cortex --csv --limit 3");
        CommandRun unknown = scene.run("pathways --network dish --from thalamus");

        // Then
        assertThat(scene.get("/v1/networks/dish/areas")).contains("\"cortex\"");
        assertThat(area.err()).isEmpty();
        assertThat(area.out()).hasSizeGreaterThan(1);
        assertThat(area.out().get(0)).startsWith("STRENGTH");
        assertThat(csv.out()).hasSizeBetween(2, 4);
        assertThat(csv.out().get(1)).matches("[0-5]( \\d+)+,\\d+,0\\.\\d+(E-\\d+)?,\\d+,(true|false),\\d+,\\d+,\\d+");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no area 'thalamus'").contains("cortex");
        String neuron = csv.out().get(1).split(" ", 2)[0];
        assertThat(scene.run("pathways --network dish --from " + neuron).out()).hasSizeGreaterThan(1);
    }

    private static void answer(NetworkEvent event) throws Exception {
        String topic = scene.connection().topics().networkEvents();
        try (KafkaProducer<String, NetworkEvent> producer = new KafkaProducer<>(
                scene.connection().clientProperties(),
                new StringSerializer(),
                AvroSerde.serializer(scene.connection().registry(), topic, NetworkEvent.getClassSchema()))) {
            producer.send(new ProducerRecord<>(topic, event.getNetwork(), event))
                    .get();
        }
    }

    private HttpResponse<String> post(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(scene.url() + "/v1/networks/dish/control"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
