package dev.hebb.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.framing.Gap;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
    private static final Frame FRAME = new Frame(
            "kültur",
            300,
            -1_000_000,
            new long[] {-2_000_000, -2_000_000, -1_999_500},
            new int[] {0, 7, Integer.MAX_VALUE},
            List.of(new Gap(-1_500_000, 86_400_000_000L)),
            List.of(),
            1,
            2,
            3);

    private static final Frame WITH_COMMANDS = new Frame(
            "kültur",
            300,
            -1_000_000,
            new long[] {-2_000_000, -2_000_000, -1_999_500},
            new int[] {0, 7, Integer.MAX_VALUE},
            List.of(new Gap(-1_500_000, 86_400_000_000L)),
            List.of(
                    new TimedCommand(
                            -3, 0, new Command.Attention(Target.neurons(4, 200), 2.5, Command.FOREVER), "id", "me", 9),
                    new TimedCommand(5, 1, new Command.Lesion(Target.area("cortex")), "", "", 0)),
            1,
            2,
            3);

    /** Written by the first version. */
    private static final String GOLDEN_1 = "01" + "076bc3bc6c747572" + "ac02" + "ff887a" + "01" + "02" + "03"
            + "01bf8db701e086b9efc102" + "03ff91f401" + "0000" + "0007" + "f403ffffffff07";

    /** Written by the second version; changes only with the version byte. */
    private static final String GOLDEN = "02" + GOLDEN_1.substring(2) + "02"
            + "050002696402" + "6d6512" + "02" + "000204c401" + "4004000000000000" + "feffffffffffffffff01"
            + "0a01000000" + "04" + "06636f72746578" + "00";

    @Test
    void writesTheGoldenBytes() {
        // When
        byte[] bytes = new FrameCodec().encode(WITH_COMMANDS);

        // Then
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(GOLDEN);
    }

    @Test
    void readsTheGoldenBytes() {
        // When
        Frame frame = FrameCodec.decode(HexFormat.of().parseHex(GOLDEN));

        // Then
        assertThat(frame).isEqualTo(WITH_COMMANDS);
    }

    @Test
    void readsFramesOfBeforeThereWereCommands() {
        // When
        Frame frame = FrameCodec.decode(HexFormat.of().parseHex(GOLDEN_1));

        // Then
        assertThat(frame).isEqualTo(FRAME);
    }

    @Test
    void refusesAnUnknownVersionByName() {
        assertThatThrownBy(() -> FrameCodec.decode(new byte[] {9}))
                .isInstanceOf(UnreadableRowException.class)
                .hasMessageContaining("frame has version 9");
    }

    @Test
    void refusesEveryTruncation() {
        // Given
        byte[] whole = new FrameCodec().encode(WITH_COMMANDS);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            // Then
            assertThatThrownBy(() -> FrameCodec.decode(cut)).isInstanceOf(CorruptRowException.class);
        }
    }
}
