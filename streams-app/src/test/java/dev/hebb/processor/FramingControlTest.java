package dev.hebb.processor;

import static dev.hebb.processor.FramingFixture.header;
import static dev.hebb.processor.FramingFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Gap;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.NewEpoch;
import dev.hebb.schema.Spike;
import dev.hebb.schema.Stage;
import dev.hebb.schema.Stress;
import dev.hebb.serde.MalformedValueException;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Control events that framing applies, carries to the shards, or refuses. */
class FramingControlTest {
    private static final String NETWORK = "culture 1";
    private static final int HERE = FramingFixture.partition(NETWORK);

    private final FramingFixture framing = new FramingFixture(new SmallFraming().build());

    @Test
    void appliesGapsAndEpochs() {
        // Given
        framing.batch(NETWORK, 0, 5);
        framing.heartbeat(NETWORK, 10);

        // When
        framing.control(NETWORK, new Gap(1_500L, 50_000_000L));
        framing.control(NETWORK, new NewEpoch(50_000_000L));
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
        framing.control(NETWORK, new Gap(10L, 5L));
        framing.control(NETWORK, new Gap(4_000L, 6_000L));
        framing.control("", new Gap(1L, 2L));
        framing.control(NETWORK, new NewEpoch(Long.MAX_VALUE));
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
        framing.control(NETWORK, 1_500, new Lesion(null, List.of(3)));
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
        framing.control(NETWORK, 4_999, new Lesion(null, List.of(3)));
        framing.control(NETWORK, 6_000, new Lesion(null, List.of()));
        framing.control(NETWORK, 6_000, new Stress(2.0, null));
        framing.control(NETWORK, 6_000, new Gap(6_000L, 7_000L));

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
}
