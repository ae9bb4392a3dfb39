package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Damaged recordings of every form are read, or refused with the name of the file; there is no other exception, and
 * none of memory. {@code -Dhebb.fuzz.times=N} damages N times as many.
 */
class FuzzedFilesProperties {
    private static final Path WRITTEN = Path.of("src", "test", "resources", "recordings");
    private static final long[] EXTREMES = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 40, Long.MAX_VALUE};

    private static final int TIMES = Integer.getInteger("hebb.fuzz.times", 1);

    private static List<Path> files = List.of();
    private static Path directory = Path.of("");

    @BeforeContainer
    static void list() throws IOException {
        directory = Files.createTempDirectory("hebb-fuzz-");
        try (Stream<Path> all = Files.list(WRITTEN)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @AfterContainer
    static void delete() throws IOException {
        try (Stream<Path> left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Property(seed = "13", tries = 50)
    void damagedFilesAreReadOrRefusedByName(@ForAll long seed) throws IOException {
        for (long time = 0; time < TIMES; time++) {
            readOrRefuse(seed + time);
        }
    }

    private static void readOrRefuse(long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        Path original = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(original);
        Path damaged = directory.resolve("damaged-" + original.getFileName());
        Files.write(damaged, damage(bytes, random));

        // When
        try {
            WholeRecording.of(RecordingFiles.open(damaged));
        } catch (IOException | IllegalArgumentException refused) {
            // Then
            assertThat(refused.getMessage())
                    .as("seed %d, %s", seed, original)
                    .contains(String.valueOf(damaged.getFileName()));
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed + " of " + original + ": " + e, e);
        } finally {
            Files.delete(damaged);
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        int kind = random.nextInt(5);
        for (int times = 1 + random.nextInt(4); times > 0 && damaged.length > 8; times--) {
            int at = random.nextInt(damaged.length - 8);
            switch (kind) {
                case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> ByteBuffer.wrap(damaged).putLong(at, EXTREMES[random.nextInt(EXTREMES.length)]);
                case 2 ->
                    ByteBuffer.wrap(damaged).putLong(at, Long.reverseBytes(EXTREMES[random.nextInt(EXTREMES.length)]));
                case 3 -> damaged = Arrays.copyOf(damaged, at);
                default -> {
                    byte[] noise = new byte[Math.min(64, damaged.length - at)];
                    random.nextBytes(noise);
                    System.arraycopy(noise, 0, damaged, at, noise.length);
                }
            }
        }
        return damaged;
    }
}
