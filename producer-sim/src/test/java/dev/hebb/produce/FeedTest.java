package dev.hebb.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final MemorySink sink = new MemorySink();
    private final ManualClock clock = new ManualClock();

    @Test
    void pacedFeedSaysHowFarTimeHasComeInSilence() throws IOException, InterruptedException {
        // Given: 3.5 s of silence
        Feed feed = feed(Speed.REALTIME, Feed.Heartbeats.IN_ORDER);
        // When
        feed.run(new Script(clock, List.of(new long[] {0}, new long[] {3_500_000})));
        // Then
        assertThat(sink.order)
                .containsExactly(
                        "batch 0", "heartbeat 1000000", "heartbeat 2000000", "heartbeat 3000000", "batch 3500000");
    }

    @Test
    void longSilenceIsBridgedMinuteByMinute() throws IOException, InterruptedException {
        // Given
        Feed feed = feed(Speed.MAX, Feed.Heartbeats.IN_ORDER);
        // When
        feed.run(new Script(clock, List.of(new long[] {-5, 60_000_000, 180_000_001})));
        feed.run(new Script(clock, List.of(new long[] {900_000_000})));
        // Then
        assertThat(sink.order)
                .containsExactly(
                        "batch -5",
                        "heartbeat 59999995",
                        "batch 60000000",
                        "heartbeat 120000000",
                        "heartbeat 180000000",
                        "batch 180000001",
                        "batch 900000000");
    }

    @Test
    void whatWasSentBeforeIsLeftOut() throws IOException, InterruptedException {
        // Given: neuron 1 has a spike at each time
        Feed feed = feed(Speed.MAX, Feed.Heartbeats.IN_ORDER);
        feed.resume(new SentSpikes(20, Set.of(1)));
        // When
        feed.run(new Script(clock, List.of(new long[] {0, 20, 60_000_021})));
        // Then: the silence begins with the last spike that was sent before
        assertThat(sink.order).containsExactly("heartbeat 60000020", "batch 60000021");
        assertThat(feed.report().spikes()).isOne();
        assertThat(feed.lastSentMicros()).isEqualTo(60_000_021);
    }

    @Test
    void aSpikeOfAnotherNeuronAtTheLastTimeIsSent() throws IOException, InterruptedException {
        // Given
        Feed feed = feed(Speed.MAX, Feed.Heartbeats.IN_ORDER);
        feed.resume(new SentSpikes(20, Set.of(0)));
        // When
        feed.run(new Script(clock, List.of(new long[] {0, 20})));
        // Then
        assertThat(sink.order).containsExactly("batch 20");
    }

    @Test
    void aSilenceOfHoursIsUnobserved() throws IOException, InterruptedException {
        // Given
        Feed feed = feed(Speed.MAX, Feed.Heartbeats.IN_ORDER);
        // When
        feed.run(new Script(clock, List.of(new long[] {0, 1_700_000_000_000_000L})));
        // Then
        assertThat(sink.order).containsExactly("batch 0", "gap 1 1700000000000000", "flush", "batch 1700000000000000");
        assertThat(feed.report().gaps()).isOne();
    }

    @Test
    void sendsWhatALiveSourceGaveAlthoughNothingFollows() throws IOException, InterruptedException {
        // Given
        Feed feed = feed(Speed.MAX, Feed.Heartbeats.NEVER);
        // When
        feed.run(new Script(clock, List.of(new long[] {5, 6}, new long[] {}, new long[] {7})));
        // Then
        assertThat(sink.order).containsExactly("batch 5", "batch 7");
    }

    @Test
    void liveSilenceIsReportedBehindTheWallClockByOneInterval() throws IOException, InterruptedException {
        // Given: a spike, then nothing for 4 s, looked at every second
        Feed feed = feed(Speed.MAX, Feed.Heartbeats.LIVE);
        Script script =
                new Script(clock, List.of(new long[] {10}, new long[] {}, new long[] {}, new long[] {}, new long[] {}));
        // When
        feed.run(script);
        // Then
        assertThat(sink.order).containsExactly("batch 10", "heartbeat 10", "heartbeat 1000010", "heartbeat 2000010");
    }

    @Test
    void stopsAfterStopIsCalled() throws IOException, InterruptedException {
        // Given
        Feed feed = new Feed(
                sink,
                new Feed.Options(Speed.MAX, 1, Feed.Heartbeats.NEVER, Duration.ofSeconds(1)),
                clock,
                FeedListener.NONE);
        AtomicLong time = new AtomicLong();
        SpikeSource endless = block -> {
            block.clear();
            block.add(time.getAndAdd(10), 0);
            if (feed.report().batches() == 3) {
                feed.stop();
            }
            return true;
        };
        // When
        feed.run(endless);
        // Then
        assertThat(feed.isStopped()).isTrue();
        assertThat(feed.report().spikes()).isEqualTo(4);
    }

    private Feed feed(Speed speed, Feed.Heartbeats heartbeats) {
        return new Feed(
                sink, new Feed.Options(speed, 1_000, heartbeats, Duration.ofSeconds(1)), clock, FeedListener.NONE);
    }

    /** Gives the blocks, an empty one after a second of wall time. */
    private static final class Script implements SpikeSource {
        private final ManualClock clock;
        private final Deque<long[]> blocks;

        Script(ManualClock clock, List<long[]> blocks) {
            this.clock = clock;
            this.blocks = new ArrayDeque<>(blocks);
        }

        @Override
        public boolean read(SpikeBlock block) {
            block.clear();
            long[] times = blocks.poll();
            if (times == null) {
                return false;
            }
            if (times.length == 0) {
                clock.sleep(SECOND_NANOS);
            }
            for (long time : times) {
                block.add(time, 1);
            }
            return true;
        }
    }
}
