package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.framing.FramingConfig;
import dev.hebb.replay.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TextSpikesProperties {
    @Property(tries = 200)
    void readsTheSameHoweverTheBytesArrive(@ForAll long seed, @ForAll @IntRange(max = 300) int spikes)
            throws IOException {
        // Given
        Random random = new Random(seed);
        long[] times = random.longs(spikes, -FramingConfig.MAX_TIME_MICROS, FramingConfig.MAX_TIME_MICROS + 1)
                .toArray();
        int[] neurons = random.ints(spikes, 0, Integer.MAX_VALUE).toArray();
        StringBuilder text = new StringBuilder("time_us,neuron\n");
        for (int k = 0; k < spikes; k++) {
            text.append(times[k]).append(',').append(neurons[k]).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        BadLines badLines = new BadLines();
        // When
        Recording read = WholeRecording.of(new TextSpikes(
                new Trickle(bytes, random),
                "trickle",
                ReadOptions.NONE,
                new Naming(new UnitNames(), Naming.Kind.IDS),
                badLines));
        // Then
        assertThat(badLines.note()).isEmpty();
        assertThat(read.timesMicros()).isEqualTo(times);
        assertThat(read.neurons()).isEqualTo(neurons);
    }

    /** Gives 1 to 20 bytes at a time. */
    private static final class Trickle extends InputStream {
        private final ByteArrayInputStream all;
        private final Random random;

        Trickle(byte[] bytes, Random random) {
            this.all = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return all.read();
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            return all.read(buffer, from, Math.min(length, 1 + random.nextInt(20)));
        }
    }
}
