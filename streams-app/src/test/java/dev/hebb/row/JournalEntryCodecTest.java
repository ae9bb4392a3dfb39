package dev.hebb.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Gap;
import dev.hebb.framing.HeldSpikes;
import dev.hebb.framing.JournalEntry;
import dev.hebb.framing.JournalEntry.KnownCommands;
import dev.hebb.framing.JournalEntry.KnownGaps;
import dev.hebb.framing.Position;
import dev.hebb.framing.SourceRecord;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalEntryCodecTest {
    private static final SourceRecord SOURCE = new SourceRecord("spikes", 2, 77, null, new byte[] {0, 0, 0, 0, 1, 42});

    /** Entry that has everything an entry can have. */
    private static final JournalEntry FULL = new JournalEntry(
            new PositionBuilder()
                    .arrivals(1_000, 998)
                    .clockMicros(1_700_000_000_000_000L)
                    .watermarkMicros(1_699_999_999_750_000L)
                    .framed(1_699_999_999_000_000L, 31)
                    .refused(4, 5)
                    .shiftMicros(-6)
                    .build(),
            new KnownGaps(List.of(new Gap(-5, 10)), List.of(new Gap(0, 10), new Gap(1, 2))),
            new long[] {1_699_999_999_800_000L, 1_699_999_999_760_000L},
            new int[] {3, Integer.MAX_VALUE},
            9,
            List.of(
                    new HeldSpikes(SOURCE, 1_000, 1_700_000_000_000_000L, new long[] {1, 5}, new int[] {7, 0}),
                    HeldSpikes.heartbeat(SOURCE, 1_000, Position.NONE, -1)));

    private static final JournalEntry NEW_NEURONS = new JournalEntry(
            Position.START, null, new long[0], new int[0], 0, List.of(), new int[] {5, Integer.MAX_VALUE, 0}, null);

    /** The least there can be. */
    private static final JournalEntry EMPTY =
            new JournalEntry(Position.START, null, new long[0], new int[0], 0, List.of());

    private static final JournalEntry COMMANDS = new JournalEntry(
            Position.START,
            null,
            new long[0],
            new int[0],
            0,
            List.of(),
            new int[0],
            new KnownCommands(3, List.of(new TimedCommand(5, 2, new Command.Stress(0.5, 9), "id", "me", 0))));

    /** Written by the first version; change only with the version byte. */
    private static final String GOLDEN_FULL = "01ac021fe807021f04058080f28183898506a0c21e80897a0b0109" + "0f02000a0201"
            + "0280cbd9818389850603" + "fff004ffffffff07" + "09" + "067370696b6573024d" + "00" + "0106000000"
            + "00012a" + "e80702" + "018080f28183898506" + "02" + "0207" + "0800" + "0201";

    private static final String GOLDEN_EMPTY = "01" + "00" + "00" + "0000000000" + "00" + "00";

    private static final String GOLDEN_NEW_NEURONS = "010020" + "0000000000" + "00" + "00" + "0305ffffffff0700";

    private static final String GOLDEN_COMMANDS = "010040" + "0000000000" + "00" + "00" + "03" + "01"
            + "0a02026964026d6500" + "03" + "3fe0000000000000" + "12";

    private final JournalEntryCodec codec = new JournalEntryCodec();

    @Test
    void writesTheGoldenBytes() {
        assertThat(HexFormat.of().formatHex(codec.encode(300, FULL))).isEqualTo(GOLDEN_FULL);
        assertThat(HexFormat.of().formatHex(codec.encode(0, EMPTY))).isEqualTo(GOLDEN_EMPTY);
        assertThat(HexFormat.of().formatHex(codec.encode(0, NEW_NEURONS))).isEqualTo(GOLDEN_NEW_NEURONS);
        assertThat(HexFormat.of().formatHex(codec.encode(0, COMMANDS))).isEqualTo(GOLDEN_COMMANDS);
    }

    @Test
    void readsTheGoldenBytes() {
        assertThat(JournalEntryCodec.decode(HexFormat.of().parseHex(GOLDEN_FULL)))
                .isEqualTo(FULL);
        assertThat(JournalEntryCodec.generation(HexFormat.of().parseHex(GOLDEN_FULL)))
                .isEqualTo(300);
        assertThat(JournalEntryCodec.decode(HexFormat.of().parseHex(GOLDEN_EMPTY)))
                .isEqualTo(EMPTY);
        assertThat(JournalEntryCodec.decode(HexFormat.of().parseHex(GOLDEN_NEW_NEURONS)))
                .isEqualTo(NEW_NEURONS);
        assertThat(JournalEntryCodec.decode(HexFormat.of().parseHex(GOLDEN_COMMANDS)))
                .isEqualTo(COMMANDS);
    }

    @Test
    void refusesAnUnknownVersionAndEveryTruncation() {
        // Given
        byte[] row = codec.encode(300, FULL);
        byte[] newer = row.clone();
        newer[0] = 2;

        // Then
        assertThatThrownBy(() -> JournalEntryCodec.decode(newer)).isInstanceOf(UnreadableRowException.class);
        for (int length = 1; length < row.length; length++) {
            byte[] cut = Arrays.copyOf(row, length);
            assertThatThrownBy(() -> JournalEntryCodec.decode(cut)).isInstanceOf(CorruptRowException.class);
        }
    }
}
