package dev.hebb.processor;

import static dev.hebb.processor.FramingFixture.header;
import static dev.hebb.processor.FramingFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.schema.Gap;
import dev.hebb.schema.NewEpoch;
import dev.hebb.schema.Spike;
import dev.hebb.serde.MalformedValueException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Framing after a restart, which it continues from its store. */
class FramingRestartTest {
    private static final String NETWORK = "culture 1";

    private final FramingFixture framing = new FramingFixture(new SmallFraming().build());

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
        framing.control(NETWORK, new Gap(4L, 5L));
        framing.control(NETWORK, new NewEpoch(50_000_000L));
        framing.control(NETWORK, new Gap(1_500L, 50_000_000L));
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
}
