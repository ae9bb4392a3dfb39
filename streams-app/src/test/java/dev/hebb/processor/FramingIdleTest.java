package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.framing.Frame;
import dev.hebb.framing.FramingConfig;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Gap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks without new spikes, whose event time follows the wall clock if that is configured. */
class FramingIdleTest {
    private static final String NETWORK = "culture 1";
    private static final int HERE = FramingFixture.partition(NETWORK);
    private static final FramingConfig LIVE =
            new SmallFraming().idleTimeoutMillis(500).build();

    private final FramingFixture idle = new FramingFixture(LIVE);

    @Test
    void letsTheWallClockMoveIdleNetworksOnIfConfigured() {
        // Given
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
        idle.batch(NETWORK, 0, 5);
        idle.heartbeat(NETWORK, 10);
        idle.restart();
        CapturedPunctuator clock = idle.context().scheduledPunctuators().get(0);

        // When
        for (long millis = 10_000; millis <= 10_750; millis += 250) {
            clock.getPunctuator().punctuate(millis);
        }

        // Then
        assertThat(idle.frames(0).stream().mapToInt(Frame::size).sum()).isEqualTo(1);
    }

    @Test
    void aCommandAfterARestartDoesNotMakeANetworkLookIdleForYears() {
        // Given
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

    /** Records of the time in which the machine slept wait in Kafka, and come after the clock has been looked at. */
    @ParameterizedTest
    @ValueSource(longs = {3_600_000, 50L * 365 * 86_400_000})
    void takesTimeInWhichItStoodStillForNoSilence(long sleptMillis) {
        // Given
        idle.context().setCurrentSystemTimeMs(10_000);
        idle.batch(NETWORK, 0, 5);
        idle.heartbeat(NETWORK, 10);
        CapturedPunctuator clock = idle.context().scheduledPunctuators().get(0);
        clock.getPunctuator().punctuate(10_100);

        // When
        clock.getPunctuator().punctuate(10_100 + sleptMillis);
        idle.batch(NETWORK, 1_000_000, 5);

        // Then
        assertThat(idle.rejected()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackDoesNotStopIt() {
        // Given
        idle.context().setCurrentSystemTimeMs(10_000_000);
        idle.batch(NETWORK, 0, 5);
        idle.heartbeat(NETWORK, 10);
        CapturedPunctuator clock = idle.context().scheduledPunctuators().get(0);
        clock.getPunctuator().punctuate(10_000_250);

        // When
        for (int millis = 0; millis <= 1_000; millis += 250) {
            clock.getPunctuator().punctuate(millis);
        }

        // Then
        assertThat(idle.frames(0).stream().mapToInt(Frame::size).sum()).isEqualTo(1);
    }

    @Test
    void schedulesNothingUnlessConfigured() {
        // When
        FramingFixture framing = new FramingFixture(new SmallFraming().build());

        // Then
        assertThat(framing.context().scheduledPunctuators()).isEmpty();
    }
}
