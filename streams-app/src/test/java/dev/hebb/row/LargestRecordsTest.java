package dev.hebb.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.framing.Frame;
import dev.hebb.framing.FramerChange;
import dev.hebb.framing.FramingConfig;
import dev.hebb.framing.FramingOutput;
import dev.hebb.framing.NetworkFramer;
import dev.hebb.framing.RejectReason;
import dev.hebb.framing.SourceRecord;
import dev.hebb.shard.ShardConfig;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A row that a changelog does not take would stop the app, and again after each start. */
class LargestRecordsTest {
    private static final int LARGEST = FramingConfig.Limits.LARGEST_RECORD_BYTES;
    private static final int MUCH = 1 << 28;

    /** In Avro, a spike takes a byte for its neuron and one for its time, at least. */
    private static final int MOST_SPIKES = LARGEST / 2;

    private static final FramingOutput NOTHING_REFUSED = new FramingOutput() {
        @Override
        public void frame(Frame frame) {}

        @Override
        public void rejected(SourceRecord source, RejectReason reason, int spikes, String detail) {
            throw new AssertionError(detail);
        }
    };

    @Test
    void aRecordThatIsHeldFitsIntoARowWithItsSpikes() {
        // Given: neurons of three bytes and times of two, more than a real record of this size has
        NetworkFramer framer = new NetworkFramer("n", config());
        framer.heartbeat(0, source(new byte[10]), NOTHING_REFUSED);
        long ahead = 2 * config().maxForwardJumpMicros();
        long[] times =
                LongStream.range(0, MOST_SPIKES).map(k -> ahead + 100 * k).toArray();
        int[] neurons = new int[MOST_SPIKES];
        Arrays.setAll(neurons, k -> 16_384 + k % 10_000);

        // When
        FramerChange held = framer.arrive(times, neurons, MOST_SPIKES, source(new byte[LARGEST]), NOTHING_REFUSED);

        // Then
        JournalEntryCodec journal = new JournalEntryCodec();
        assertThat(held.entries()).anyMatch(entry -> !entry.held().isEmpty()).allSatisfy(entry -> assertThat(
                        journal.encode(0, entry).length)
                .isLessThan(ShardConfig.LARGEST_RECORD_BYTES));
    }

    private static FramingConfig config() {
        FramingConfig usual = FramingConfig.DEFAULT;
        FramingConfig.Limits limits = new FramingConfig.Limits(
                usual.limits().neurons(),
                MUCH,
                MUCH,
                MUCH,
                usual.limits().frameSpikes(),
                usual.limits().residentNetworks(),
                MUCH,
                usual.limits().journalRows(),
                LARGEST);
        return new FramingConfig(
                usual.windowMicros(),
                usual.frameMicros(),
                usual.allowedLatenessMicros(),
                usual.maxForwardJumpMicros(),
                usual.jumpConfirmations(),
                0,
                limits);
    }

    private static SourceRecord source(byte[] value) {
        return new SourceRecord("spikes", 0, 0, null, value);
    }
}
