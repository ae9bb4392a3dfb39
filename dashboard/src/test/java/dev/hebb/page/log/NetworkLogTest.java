package dev.hebb.page.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Checks that, however much happens, memory and frames are bounded, sums are right, and a page is told what it was not.
 */
class NetworkLogTest {
    private final NetworkLog log = new NetworkLog();

    @Test
    void aPageGetsWhatIsNewToIt() {
        // Given
        log.spikes(new long[] {5_000, 7_000, 9_999}, new int[] {1, 2, 3}, 2);
        PageFrame first = log.after(PageCursor.START);

        // When
        log.spikes(new long[] {8_000}, new int[] {4}, 1);
        PageFrame second = log.after(first.next());

        // Then
        assertThat(first.spikes().originMicros()).isEqualTo(5_000);
        assertThat(first.spikes().offsets()).containsExactly(0, 20);
        assertThat(first.spikes().neurons()).containsExactly(1, 2);
        assertThat(second.spikes().originMicros()).isEqualTo(8_000);
        assertThat(second.spikes().neurons()).containsExactly(4);
        assertThat(log.after(second.next()).isEmpty()).isTrue();
    }

    @Test
    void aSlowPageIsToldHowMuchIsLeftOut() {
        // Given
        int sent = 100_000;
        for (int spike = 0; spike < sent; spike++) {
            log.spikes(new long[] {spike * 1_000L}, new int[] {spike}, 1);
        }

        // When
        Spikes spikes = log.after(PageCursor.START).spikes();

        // Then
        assertThat(spikes.neurons()).endsWith(sent - 1).hasSizeLessThan(10_000);
        assertThat(spikes.leftOut() + spikes.neurons().length).isEqualTo(sent);
    }

    @Test
    void aWindowIsToldWhenAllShardsHaveReportedIt() {
        // Given
        log.window(Reports.window(0, 2, 3, 10, 1));
        PageFrame before = log.after(PageCursor.START);

        // When
        log.window(Reports.window(1, 2, 3, 5, 2));
        List<LifePoint> points = log.after(before.next()).life();

        // Then
        assertThat(before.life()).isEmpty();
        assertThat(points).hasSize(1);
        LifePoint point = points.get(0);
        assertThat(point.synapses().active()).isEqualTo(15);
        assertThat(point.synapses().dormant()).isEqualTo(2);
        assertThat(point.synapses().formed()).isEqualTo(3);
        assertThat(point.spikes()).isEqualTo(100);
        assertThat(point.pairs()).isEqualTo(14);
        assertThat(point.synapses().meanWeight()).isEqualTo(0.5);
        assertThat(point.startMicros()).isEqualTo(30_000_000);
        assertThat(point.endMicros()).isEqualTo(40_000_000);
    }

    @Test
    void aLongLifeIsToldInCoarserStepsWithoutLosingCounts() {
        // Given
        int windows = 5 * LifeLog.KEPT;
        for (int window = 0; window < windows; window++) {
            log.window(Reports.window(0, 2, window, window, 1));
            log.window(Reports.window(1, 2, window, 0, 1));
        }

        // When
        PageFrame frame = log.after(PageCursor.START);

        // Then
        assertThat(frame.life()).hasSizeBetween(LifeLog.KEPT / 2, LifeLog.KEPT);
        assertThat(frame.stride()).isEqualTo(8);
        assertThat(frame.life().stream()
                        .mapToInt(point -> point.synapses().formed())
                        .sum())
                .isEqualTo(2 * windows);
        assertThat(frame.life().stream().mapToLong(LifePoint::spikes).sum()).isEqualTo(100L * windows);
        assertThat(frame.life().get(0).synapses().active()).isEqualTo(7);
        assertThat(frame.life().get(frame.life().size() - 1).synapses().active())
                .isEqualTo(windows - 1);
    }

    @Test
    void theLatestEventsStayHoweverTheyArrive() {
        // Given: one topic is read to its end before the other begins
        int events = 3 * EventLog.KEPT;
        LongStream.range(0, events).map(event -> events - event).forEach(at -> log.pruned(Reports.pruned(at, 1, 2)));

        // When
        List<PageEvent> told = log.after(PageCursor.START).events();

        // Then
        assertThat(told)
                .hasSize(EventLog.KEPT)
                .extracting(PageEvent::atMicros)
                .isSorted()
                .endsWith((long) events);
        assertThat(told).extracting(PageEvent::text).containsOnly("weight under the threshold");
    }

    @Test
    void theHistoryForgetsItsOldestHalfAndSaysSo() {
        // Given
        int changes = SynapseHistory.KEPT + 1;
        for (int change = 0; change < changes; change++) {
            log.pruned(Reports.pruned(change, change, 2));
        }

        // When
        SynapseChanges known = log.changes();

        // Then
        assertThat(known.forgotten()).isEqualTo(SynapseHistory.KEPT / 2);
        assertThat(known.at())
                .hasSize(SynapseHistory.KEPT / 2 + 1)
                .endsWith(changes - 1)
                .startsWith(known.forgotten());
        assertThat(known.pre()).endsWith(changes - 1);
        assertThat(known.kind()).containsOnly(6);
    }
}
