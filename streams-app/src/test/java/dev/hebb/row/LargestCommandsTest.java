package dev.hebb.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.PlainText;
import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.framing.FramerChange;
import dev.hebb.framing.FramingConfig;
import dev.hebb.framing.FramingOutput;
import dev.hebb.framing.NetworkFramer;
import dev.hebb.framing.RejectReason;
import dev.hebb.framing.SourceRecord;
import dev.hebb.shard.ShardConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A row or a frame that a broker does not take would stop the app, and again after each start. */
class LargestCommandsTest {
    private static final int COMMANDS = 5_000;
    private static final int NEURONS_OF_EACH = 122;
    private static final long EFFECTIVE_FROM = 1_000;

    private final NetworkFramer framer = new NetworkFramer("n", FramingConfig.DEFAULT);
    private final List<Frame> frames = new ArrayList<>();
    private final FramingOutput out = new FramingOutput() {
        @Override
        public void frame(Frame frame) {
            frames.add(frame);
        }

        @Override
        public void rejected(SourceRecord source, RejectReason reason, int spikes, String detail) {}
    };

    @Test
    void commandsThatWaitFitIntoARowAndIntoAFrame() {
        // Given: as many commands as are taken, with the longest texts of three bytes a character
        String text = "\u8a9e".repeat(PlainText.LONGEST);
        int[] neurons =
                IntStream.range(0, NEURONS_OF_EACH).map(i -> i * 17_000_000).toArray();
        Command command = new Command.DefineArea(text, neurons);
        JournalEntryCodec journal = new JournalEntryCodec();

        // When
        FramerChange last = FramerChange.refused("none yet");
        for (int i = 0; i < COMMANDS; i++) {
            FramerChange change = framer.command(new TimedCommand(EFFECTIVE_FROM, 0, command, text, text, 0), out);
            last = change.isRefused() ? last : change;
        }

        // Then
        assertThat(last.entries()).isNotEmpty().allSatisfy(row -> assertThat(journal.encode(0, row).length)
                .isLessThan(ShardConfig.LARGEST_RECORD_BYTES));
        framer.heartbeat(2 * FramingConfig.DEFAULT.windowMicros(), source(), out);
        framer.heartbeat(2 * FramingConfig.DEFAULT.windowMicros(), source(), out);
        assertThat(frames).anyMatch(frame -> !frame.commands().isEmpty()).allSatisfy(frame -> assertThat(
                        new FrameCodec().encode(frame).length)
                .isLessThan(ShardConfig.LARGEST_RECORD_BYTES));
    }

    private static SourceRecord source() {
        return new SourceRecord("spikes", 0, 0, null, new byte[10]);
    }
}
