package dev.hebb.produce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.produce.MemorySink.SentBatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FeedProperties {
    @Property(tries = 300)
    void sendsEverySpikeOnceInOrderInBoundedBatches(
            @ForAll("times") long[] times,
            @ForAll @LongRange(min = 1, max = 5_000) long batchMicros,
            @ForAll @IntRange(min = 1, max = 50) int blockLength)
            throws IOException, InterruptedException {
        // Given
        MemorySink sink = new MemorySink();
        Feed feed = new Feed(sink, options(Speed.MAX, batchMicros));
        // When
        feed.run(new Blocks(times, blockLength));
        // Then
        assertThat(sink.times()).isEqualTo(times);
        assertThat(sink.neurons()).isEqualTo(neurons(times.length));
        assertThat(sink.sent).allSatisfy(batch -> {
            LongStream inBatch = LongStream.of(batch.times());
            assertThat(batch.origin()).isEqualTo(inBatch.min().orElseThrow());
            assertThat(LongStream.of(batch.times()).max().orElseThrow() - batch.origin())
                    .isLessThan(batchMicros);
        });
        assertThat(feed.report().spikes()).isEqualTo(times.length);
        assertThat(feed.report().batches()).isEqualTo(sink.batches().size());
    }

    @Property(tries = 300)
    void paceChangesWhenButNotWhat(
            @ForAll("sortedTimes") long[] times, @ForAll @LongRange(min = 1, max = 1_000) long batchMicros)
            throws IOException, InterruptedException {
        // Given
        MemorySink unpaced = new MemorySink();
        MemorySink paced = new MemorySink();
        ManualClock clock = new ManualClock();
        Feed slow = new Feed(paced, options(new Speed(2), batchMicros), clock, FeedListener.NONE);
        // When
        new Feed(unpaced, options(Speed.MAX, batchMicros)).run(new Blocks(times, 7));
        slow.run(new Blocks(times, 7));
        // Then
        List<SentBatch> batches = paced.batches();
        assertThat(batches).usingRecursiveComparison().isEqualTo(unpaced.batches());
        long firstDue = batches.get(0).times()[batches.get(0).times().length - 1];
        assertThat(clock.nanoTime()).isEqualTo((times[times.length - 1] - firstDue) * 1000 / 2);
    }

    @Property(tries = 300)
    void heartbeatsOfASourceInOrderMakeNoSpikeLate(@ForAll("sortedTimes") long[] times)
            throws IOException, InterruptedException {
        // Given
        MemorySink sink = new MemorySink();
        Feed.Options options = new Feed.Options(Speed.REALTIME, 10, Feed.Heartbeats.IN_ORDER, Duration.ofNanos(50_000));
        // When
        new Feed(sink, options, new ManualClock(), FeedListener.NONE).run(new Blocks(times, 7));
        // Then
        long promised = Long.MIN_VALUE;
        for (SentBatch sent : sink.sent) {
            assertThat(sent.origin()).isGreaterThanOrEqualTo(promised);
            promised = sent.isHeartbeat() ? sent.origin() : promised;
        }
    }

    private static Feed.Options options(Speed speed, long batchMicros) {
        return new Feed.Options(speed, batchMicros, Feed.Heartbeats.NEVER, Duration.ofSeconds(1));
    }

    private static int[] neurons(int length) {
        int[] neurons = new int[length];
        for (int k = 0; k < length; k++) {
            neurons[k] = k;
        }
        return neurons;
    }

    @Provide
    Arbitrary<long[]> times() {
        return Arbitraries.longs().between(-20_000, 20_000).array(long[].class).ofMaxSize(300);
    }

    @Provide
    Arbitrary<long[]> sortedTimes() {
        return times().filter(times -> times.length > 0)
                .map(times -> LongStream.of(times).sorted().toArray());
    }

    /** Spike k is of neuron k. */
    private static final class Blocks implements SpikeSource {
        private final long[] times;
        private final int blockLength;
        private int next;

        Blocks(long[] times, int blockLength) {
            this.times = times;
            this.blockLength = blockLength;
        }

        @Override
        public boolean read(SpikeBlock block) {
            block.clear();
            for (int k = 0; k < blockLength && next < times.length; k++) {
                block.add(times[next], next++);
            }
            return !block.isEmpty();
        }
    }
}
