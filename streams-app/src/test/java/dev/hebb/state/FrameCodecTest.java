package dev.hebb.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            1,
            2,
            3);

    /** Written by the first version; changes only with the version byte. */
    private static final String GOLDEN = "01" + "076bc3bc6c747572" + "ac02" + "ff887a" + "01" + "02" + "03"
            + "01bf8db701e086b9efc102" + "03ff91f401" + "0000" + "0007" + "f403ffffffff07";

    @Test
    void writesTheGoldenBytes() {
        // When
        byte[] bytes = new FrameCodec().encode(FRAME);

        // Then
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(GOLDEN);
    }

    @Test
    void readsTheGoldenBytes() {
        // When
        Frame frame = FrameCodec.decode(HexFormat.of().parseHex(GOLDEN));

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
        byte[] whole = new FrameCodec().encode(FRAME);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            // Then
            assertThatThrownBy(() -> FrameCodec.decode(cut)).isInstanceOf(CorruptRowException.class);
        }
    }
}
