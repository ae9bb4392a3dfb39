package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Damaged recordings of every form are read, or refused with the name of the file; there is no other exception, and
 * none of memory. {@code -Dhebb.fuzz.times=N} damages N times as many of each form, and {@code -Dhebb.fuzz.form=NAME}
 * only those whose form has this in its name.
 */
class FuzzedFilesProperties {
    private static final long[] EXTREMES = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 40, Long.MAX_VALUE};

    private static final int TIMES = Integer.getInteger("hebb.fuzz.times", 1);
    private static final String FORM = System.getProperty("hebb.fuzz.form", "");

    private static final Map<String, long[]> READ_AND_REFUSED = new TreeMap<>();

    private static Map<String, List<FuzzSeeds.Seed>> seeds = Map.of();
    private static Path directory = Path.of("");

    @BeforeContainer
    static void write() throws IOException {
        directory = Files.createTempDirectory("hebb-fuzz-");
        seeds = FuzzSeeds.write(Files.createDirectory(directory.resolve("seeds")));
        seeds.keySet().removeIf(form -> !form.contains(FORM));
        assertThat(seeds).as("forms with '%s' in their name", FORM).isNotEmpty();
    }

    @AfterContainer
    static void delete() throws IOException {
        READ_AND_REFUSED.forEach((form, counts) ->
                System.out.printf("%s: %d damaged, %d of them read%n", form, counts[0] + counts[1], counts[0]));
        remove(directory);
    }

    @Property(seed = "13", tries = 5)
    void damagedFilesAreReadOrRefusedByName(@ForAll long seed) throws IOException {
        for (long time = 0; time < TIMES; time++) {
            for (String form : seeds.keySet()) {
                Random random = new Random(seed + time);
                List<FuzzSeeds.Seed> ofForm = Objects.requireNonNull(seeds.get(form));
                boolean read = readOrRefuse(seed + time, ofForm.get(random.nextInt(ofForm.size())), random);
                READ_AND_REFUSED.computeIfAbsent(form, none -> new long[2])[read ? 0 : 1]++;
            }
        }
    }

    /** Returns whether it was read. */
    private static boolean readOrRefuse(long number, FuzzSeeds.Seed seed, Random random) throws IOException {
        // Given
        Path damaged = directory.resolve("damaged-" + seed.path().getFileName());
        copyDamaged(seed.path(), damaged, random);

        // When
        try {
            WholeRecording.of(RecordingFiles.open(damaged, seed.options(), new UnitNames()));
            return true;
        } catch (IOException | IllegalArgumentException refused) {
            // Then
            assertThat(refused.getMessage())
                    .as("seed %d, %s", number, seed)
                    .contains(String.valueOf(damaged.getFileName()));
            return false;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + number + " of " + seed + ": " + e, e);
        } finally {
            remove(damaged);
        }
    }

    /** Of a folder, one file is damaged. */
    private static void copyDamaged(Path original, Path copy, Random random) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(original)) {
            all = found.sorted().toList();
        }
        List<Path> files = all.stream().filter(Files::isRegularFile).toList();
        Path victim = files.get(random.nextInt(files.size()));
        for (Path file : all) {
            Path to = file.equals(original) ? copy : copy.resolve(original.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectory(to);
            } else {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(to, file.equals(victim) ? damage(bytes, random) : bytes);
            }
        }
    }

    private static void remove(Path fileOrFolder) throws IOException {
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
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
