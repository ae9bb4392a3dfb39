package dev.hebb.processor;

import static dev.hebb.processor.FramingFixture.header;
import static dev.hebb.processor.FramingFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.framing.FramingConfig;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Gap;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.NewEpoch;
import dev.hebb.schema.Spike;
import dev.hebb.schema.Stage;
import dev.hebb.schema.Stress;
import dev.hebb.serde.MalformedValueException;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class FramingProcessorTest {
    private static final String NETWORK = "culture 1";
    private static final int HERE = FramingFixture.partition(NETWORK);
    private static final int ELSEWHERE = (HERE + 1) % FramingFixture.PARTITIONS;

    private static final FramingConfig CONFIG = new SmallFraming().build();
    private static final FramingConfig LIVE =
            new SmallFraming().idleTimeoutMillis(500).build();

    private final FramingFixture framing = new FramingFixture(CONFIG);

    @Test
    void sendsEveryFrameToEveryShard() {
        // When
        framing.batch(NETWORK, 0, 5, 3);
        framing.heartbeat(NETWORK, 1_000);

        // Then
        for (int shard = 0; shard < FramingFixture.SHARDS; shard++) {
            assertThat(framing.frames(shard)).singleElement().satisfies(frame -> {
                assertThat(frame.network()).isEqualTo(NETWORK);
                assertThat(frame.timesMicros()).containsExactly(3, 5);
                assertThat(frame.watermarkMicros()).isEqualTo(1_000);
            });
        }
    }

    @Test
    void keepsKafkasTimeStampsOfTheWallClock() {
        // When
        framing.batch(NETWORK, 0, 5);
        framing.heartbeat(NETWORK, 1_000);

        // Then
        assertThat(framing.context().forwarded(NodeNames.FRAMES))
                .allMatch(sent -> sent.record().timestamp() == 1_002);
    }

    @Test
    void sendsBackWhatItCannotReadAsItCame() {
        // Given
        byte[] nonsense = {1, 2, 3};

        // When
        framing.receive("spikes", ELSEWHERE, "a key", nonsense, new RecordHeaders());
        framing.receive("spikes", ELSEWHERE, null, null, new RecordHeaders());

        // Then
        assertThat(framing.rejected()).hasSize(2);
        Record<? extends byte[], ? extends byte[]> first = framing.rejected().get(0);
        assertThat(first.value()).isEqualTo(nonsense);
        assertThat(text(first.key())).isEqualTo("a key");
        assertThat(header(first, "reason")).isEqualTo("NOT_WIRE_FORMAT");
        assertThat(header(first, "topic")).isEqualTo("spikes");
        assertThat(header(first, "partition")).isEqualTo(Integer.toString(ELSEWHERE));
        assertThat(header(first, "offset")).isEqualTo("1");
        assertThat(header(first, "count")).isEqualTo("1");
        assertThat(header(first, "detail")).contains("magic");
        Record<? extends byte[], ? extends byte[]> second = framing.rejected().get(1);
        assertThat(second.key()).isNull();
        assertThat(second.value()).isNull();
    }

    @Test
    void refusesSpikesOfARecordAndKeepsTheRest() {
        // Given
        framing.batch(NETWORK, 0, 500);
        framing.heartbeat(NETWORK, 400);

        // When
        framing.batch(NETWORK, 0, 300, 600);
        framing.heartbeat(NETWORK, 1_000);

        // Then
        assertThat(framing.frames(0)).singleElement().satisfies(frame -> {
            assertThat(frame.timesMicros()).containsExactly(500, 600);
            assertThat(frame.late()).isEqualTo(1);
        });
        assertThat(framing.rejected()).singleElement().satisfies(record -> {
            assertThat(header(record, "reason")).isEqualTo("LATE");
            assertThat(header(record, "offset")).isEqualTo("3");
            assertThat(header(record, "detail")).contains("1 of 2 spikes", "300 µs");
        });
    }

    @Test
    void passesRecordsOnToTheirNetworksPartition() {
        // Given
        byte[] value = framing.encode(new Spike(NETWORK, 1, 5L));

        // When
        framing.receive("spikes", ELSEWHERE, "probe", value, new RecordHeaders());

        // Then
        assertThat(framing.frames(0)).isEmpty();
        assertThat(framing.rerouted()).singleElement().satisfies(record -> {
            assertThat(text(record.key())).isEqualTo(NETWORK);
            assertThat(record.value()).isEqualTo(value);
        });
    }

    @Test
    void quotesAPassedOnRecordAsItFirstCame() {
        // Given
        byte[] value = framing.encode(new Spike(NETWORK, -1, 5L));
        framing.receive("spikes", ELSEWHERE, "probe", value, new RecordHeaders());
        Headers headers = framing.rerouted().get(0).headers();

        // When
        framing.receive("spikes-rerouted", HERE, NETWORK, value, headers);

        // Then
        assertThat(framing.rejected()).singleElement().satisfies(record -> {
            assertThat(header(record, "reason")).isEqualTo("NEGATIVE_NEURON");
            assertThat(header(record, "topic")).isEqualTo("spikes");
            assertThat(header(record, "partition")).isEqualTo(Integer.toString(ELSEWHERE));
            assertThat(header(record, "offset")).isEqualTo("1");
            assertThat(text(record.key())).isEqualTo("probe");
        });
    }

    @Test
    void neverPassesARecordOnTwice() {
        // When
        byte[] value = framing.encode(new Spike(NETWORK, 1, 5L));
        framing.receive("spikes-rerouted", ELSEWHERE, NETWORK, value, new RecordHeaders());

        // Then
        assertThat(framing.rerouted()).isEmpty();
        assertThat(framing.rejected()).singleElement().satisfies(record -> assertThat(header(record, "reason"))
                .isEqualTo("MISROUTED"));
    }

    @Test
    void doesNotTrustHeadersOfOrigin() {
        // Given: nonsense where the partition should be
        Headers headers = new RecordHeaders()
                .add("hebb-topic", "x".getBytes(StandardCharsets.UTF_8))
                .add("hebb-partition", new byte[] {'?'})
                .add("hebb-offset", new byte[0]);

        // When
        framing.receive("spikes-rerouted", HERE, NETWORK, new byte[] {9}, headers);

        // Then
        assertThat(framing.rejected()).singleElement().satisfies(record -> assertThat(header(record, "topic"))
                .isEqualTo("spikes-rerouted"));
    }

    @Test
    void cutsWhatIsTooLargeToBePassedOn() {
        // When
        framing.value(NETWORK, new byte[5_000]);

        // Then
        assertThat(framing.rejected()).singleElement().satisfies(record -> {
            assertThat(header(record, "reason")).isEqualTo("TOO_LARGE");
            assertThat(header(record, "truncated-value-bytes")).isEqualTo("5000");
            assertThat(record.value()).hasSizeLessThanOrEqualTo(2_000);
        });
    }

    @Test
    void appliesGapsAndEpochs() {
        // Given
        framing.batch(NETWORK, 0, 5);
        framing.heartbeat(NETWORK, 10);

        // When
        control(NETWORK, new Gap(1_500L, 50_000_000L));
        control(NETWORK, new NewEpoch(50_000_000L));
        framing.batch(NETWORK, 0, 100);
        framing.heartbeat(NETWORK, 1_000);

        // Then
        assertThat(framing.rejected()).isEmpty();
        assertThat(framing.frames(0).stream().flatMap(frame -> frame.gaps().stream()))
                .containsExactly(new dev.hebb.framing.Gap(1_500, 50_000_000));
        Frame last = framing.frames(0).get(framing.frames(0).size() - 1);
        assertThat(last.timesMicros()).containsExactly(50_000_100);
    }

    @Test
    void refusesControlEventsThatCanHaveNoEffect() {
        // Given
        framing.batch(NETWORK, 0, 5);
        framing.heartbeat(NETWORK, 5_000);

        // When
        control(NETWORK, new Gap(10L, 5L));
        control(NETWORK, new Gap(4_000L, 6_000L));
        control("", new Gap(1L, 2L));
        control(NETWORK, new NewEpoch(Long.MAX_VALUE));
        framing.receive("control", HERE, NETWORK, null, new RecordHeaders());
        framing.receive("control", HERE, NETWORK, framing.encode(new Spike(NETWORK, 1, 1L)), new RecordHeaders());

        // Then
        assertThat(framing.rejected().stream().map(record -> header(record, "reason")))
                .containsExactly(
                        "BAD_CONTROL",
                        "BAD_CONTROL",
                        "EMPTY_NETWORK",
                        "BAD_CONTROL",
                        "NOT_WIRE_FORMAT",
                        "WRONG_SCHEMA");
        assertThat(header(framing.rejected().get(1), "detail")).contains("5000 µs");
        assertThat(header(framing.rejected().get(1), "topic")).isEqualTo("control");
    }

    @Test
    void carriesCommandsToTheShardsWhenTheirTimeHasCome() throws MalformedValueException {
        // Given
        framing.batch(NETWORK, 0, 5);
        control(NETWORK, 1_500, new Lesion(null, List.of(3)));
        framing.restart();

        // When
        framing.heartbeat(NETWORK, 1_000);
        framing.heartbeat(NETWORK, 5_000);

        // Then
        assertThat(framing.frames(1)).extracting(Frame::watermarkMicros).containsExactly(1_000L, 2_000L, 5_000L);
        assertThat(framing.frames(1).get(1).commands())
                .containsExactly(new TimedCommand(1_500, 0, new Command.Lesion(Target.neurons(3)), "id", "me", 7));
        assertThat(framing.answers()).isEmpty();
    }

    @Test
    void answersCommandsThatItRefuses() throws MalformedValueException {
        // Given
        framing.batch(NETWORK, 0, 5);
        framing.heartbeat(NETWORK, 5_000);

        // When
        control(NETWORK, 4_999, new Lesion(null, List.of(3)));
        control(NETWORK, 6_000, new Lesion(null, List.of()));
        control(NETWORK, 6_000, new Stress(2.0, null));
        control(NETWORK, 6_000, new Gap(6_000L, 7_000L));

        // Then
        assertThat(framing.answers())
                .extracting(answer -> answer.getKind().name())
                .containsExactly("COMMAND_REFUSED", "COMMAND_REFUSED", "COMMAND_REFUSED", "COMMAND_APPLIED");
        assertThat(framing.answers())
                .extracting(answer -> answer.getDetail().replaceFirst("[;:,].*", ""))
                .containsExactly(
                        "it would take effect at 4999 µs", "it names no neuron", "the level of stress is 2.0", "");
        assertThat(framing.answers()).allMatch(answer -> answer.getSentBy().equals("me"));
        assertThat(framing.rejected()).hasSize(3);
    }

    @Test
    void refusesTextsThatCouldForgeALineOfTheAudit() throws MalformedValueException {
        // Given
        framing.batch(NETWORK, 0, 5);
        String forged = "x\n00:10:00.000  dish  60  COMMAND_APPLIED\u001b[2K";
        List<ControlEvent> events = List.of(
                event("id", "me", new DefineArea("a".repeat(1_500), List.of(1))),
                event("id", "me", new DefineArea(forged, List.of(1))),
                event("id", "me", new Lesion(forged, List.of())),
                event("id", "me", new Stage(forged, null)),
                event("id", forged, new Stress(0.5, null)),
                event(forged, "me", new Stress(0.5, null)));

        // When
        events.forEach(event -> framing.receive("control", HERE, NETWORK, framing.encode(event), new RecordHeaders()));

        // Then
        assertThat(framing.rejected()).hasSameSizeAs(events).allSatisfy(record -> {
            assertThat(header(record, "reason")).isEqualTo("BAD_CONTROL");
            assertThat(header(record, "detail"))
                    .containsAnyOf("has a control character", "at most 200 are allowed")
                    .hasSizeLessThan(400)
                    .doesNotContainPattern("\\p{Cntrl}");
        });
        assertThat(framing.answers()).hasSameSizeAs(events).allSatisfy(answer -> {
            assertThat(answer.getKind().name()).isEqualTo("COMMAND_REFUSED");
            assertThat(List.of(answer.getCommand(), answer.getCommandId(), answer.getSentBy(), answer.getDetail()))
                    .allSatisfy(text -> assertThat(text).hasSizeLessThan(600).doesNotContainPattern("\\p{Cntrl}"));
        });
    }

    private static ControlEvent event(String id, String sentBy, Object command) {
        return new ControlEvent(NETWORK, 6_000L, command, id, sentBy, 7L);
    }

    @Test
    void passesControlEventsOnToo() {
        // Given
        byte[] value = framing.encode(new ControlEvent(NETWORK, 0L, new Gap(10L, 5L), "", "", 0L));
        framing.receive("control", ELSEWHERE, null, value, new RecordHeaders());

        // When
        framing.receive(
                "spikes-rerouted",
                HERE,
                NETWORK,
                value,
                framing.rerouted().get(0).headers());

        // Then
        assertThat(framing.rejected()).singleElement().satisfies(record -> {
            assertThat(header(record, "reason")).isEqualTo("BAD_CONTROL");
            assertThat(header(record, "topic")).isEqualTo("control");
        });
    }

    @Test
    void goesOnFromTheStoreAfterARestart() {
        // Given
        framing.batch(NETWORK, 0, 5, 3);
        framing.batch(NETWORK, 2_000_000_000, 7);
        framing.heartbeat(NETWORK, 10);

        // When
        framing.restart();
        framing.batch(NETWORK, 0, 200);
        framing.heartbeat(NETWORK, 1_000);

        // Then
        assertThat(framing.frames(0)).singleElement().satisfies(frame -> {
            assertThat(frame.seq()).isZero();
            assertThat(frame.timesMicros()).containsExactly(3, 5, 200);
        });
    }

    /** Times before the epoch would else be those of the new one, and the command would be answered twice. */
    @Test
    void passesOverWhatItHandledBeforeTheGroupsOffsetsWereLost() throws MalformedValueException {
        // Given
        lifeOfTwoEpochs();
        framing.restartFromTheBeginning();

        // When
        lifeOfTwoEpochs();
        framing.batch(NETWORK, 2_000, 100);
        framing.heartbeat(NETWORK, 4_000);

        // Then
        assertThat(framing.rejected()).isEmpty();
        assertThat(framing.answers()).isEmpty();
        assertThat(framing.frames(0).stream().flatMapToLong(frame -> Arrays.stream(frame.timesMicros())))
                .containsExactly(50_002_100L);
    }

    private void lifeOfTwoEpochs() {
        framing.batch(NETWORK, 0, 5);
        framing.heartbeat(NETWORK, 1_000);
        control(NETWORK, new Gap(4L, 5L));
        control(NETWORK, new NewEpoch(50_000_000L));
        control(NETWORK, new Gap(1_500L, 50_000_000L));
        framing.heartbeat(NETWORK, 1_000);
    }

    @Test
    void quotesWhatItHeldBeforeARestart() {
        // Given
        framing.batch(NETWORK, 0, 5);
        framing.heartbeat(NETWORK, 10);
        byte[] wild = framing.encode(new Spike(NETWORK, 1, 5_000_000_000L));
        framing.value(NETWORK, wild);

        // When
        framing.restart();
        framing.heartbeat(NETWORK, 1_000);

        // Then
        assertThat(framing.rejected()).singleElement().satisfies(record -> {
            assertThat(header(record, "reason")).isEqualTo("CLOCK_JUMP");
            assertThat(header(record, "offset")).isEqualTo("3");
            assertThat(record.value()).isEqualTo(wild);
            assertThat(text(record.key())).isEqualTo(NETWORK);
        });
    }

    @Test
    void servesMoreNetworksThanItHasInMemory() {
        // Given
        List<String> networks = List.of("a", "b", "c", "d", "e", "f", "g");

        // When
        for (int i = 0; i < 30; i++) {
            for (String network : networks) {
                framing.batch(network, 200L * i, 0, 50);
            }
        }
        networks.forEach(network -> framing.heartbeat(network, 10_000));

        // Then
        for (String network : networks) {
            assertThat(framing.frames(0).stream()
                            .filter(frame -> frame.network().equals(network))
                            .mapToInt(Frame::size)
                            .sum())
                    .isEqualTo(60);
        }
        assertThat(framing.rejected()).isEmpty();
    }

    @Test
    void letsTheWallClockMoveIdleNetworksOnIfConfigured() {
        // Given
        FramingFixture idle = new FramingFixture(LIVE);
        idle.context().setCurrentSystemTimeMs(10_000);
        idle.batch(NETWORK, 0, 5);
        idle.heartbeat(NETWORK, 10);
        CapturedPunctuator clock = idle.context().scheduledPunctuators().get(0);
        clock.getPunctuator().punctuate(10_499);
        assertThat(idle.frames(0)).isEmpty();

        // When
        clock.getPunctuator().punctuate(10_502);

        // Then
        assertThat(idle.frames(0).stream().map(Frame::watermarkMicros)).containsExactly(1_000L, 2_000L);
        clock.getPunctuator().punctuate(10_504);
        assertThat(idle.frames(0).stream().map(Frame::watermarkMicros)).containsExactly(1_000L, 2_000L, 4_000L);
    }

    @Test
    void movesIdleNetworksOnAfterARestart() {
        // Given
        FramingFixture idle = new FramingFixture(LIVE);
        idle.batch(NETWORK, 0, 5);
        idle.heartbeat(NETWORK, 10);
        idle.restart();
        CapturedPunctuator clock = idle.context().scheduledPunctuators().get(0);

        // When
        clock.getPunctuator().punctuate(10_000);
        clock.getPunctuator().punctuate(10_600);

        // Then
        assertThat(idle.frames(0).stream().mapToInt(Frame::size).sum()).isEqualTo(1);
    }

    @Test
    void aCommandAfterARestartDoesNotMakeANetworkLookIdleForYears() {
        // Given
        FramingFixture idle = new FramingFixture(LIVE);
        idle.batch(NETWORK, 0, 5);
        idle.heartbeat(NETWORK, 10);
        idle.restart();
        idle.context().setCurrentSystemTimeMs(1_700_000_000_000L);
        byte[] gap = idle.encode(new ControlEvent(NETWORK, 0L, new Gap(5_000L, 6_000L), "", "", 0L));
        idle.receive("control", HERE, NETWORK, gap, new RecordHeaders());

        // When
        idle.context().scheduledPunctuators().get(0).getPunctuator().punctuate(1_700_000_000_400L);

        // Then
        assertThat(idle.frames(0)).isEmpty();
    }

    @Test
    void schedulesNothingUnlessConfigured() {
        assertThat(framing.context().scheduledPunctuators()).isEmpty();
    }

    @Test
    void failsRatherThanDropARecordWhenTheRegistryIsGone() {
        // Given
        FramingFixture cutOff = new FramingFixture(CONFIG, new MockSchemaRegistryClient() {
            @Override
            public ParsedSchema getSchemaById(int id) throws IOException {
                throw new IOException("connection refused");
            }
        });

        // Then
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> cutOff.batch(NETWORK, 0, 5));
        assertThat(cutOff.rejected()).isEmpty();
    }

    private void control(String network, Object command) {
        control(network, 0, command);
    }

    private void control(String network, long from, Object command) {
        framing.receive(
                "control",
                FramingFixture.partition(network),
                network,
                framing.encode(new ControlEvent(network, from, command, "id", "me", 7L)),
                new RecordHeaders());
    }
}
