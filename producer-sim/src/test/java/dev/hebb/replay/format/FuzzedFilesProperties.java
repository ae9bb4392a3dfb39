package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
 * none of memory. {@code -Dhebb.fuzz.times=N} damages N times as many of each form, {@code -Dhebb.fuzz.seed=N} damages
 * them in another way, and {@code -Dhebb.fuzz.form=NAME} only those of the form with this name, or with this in its
 * name if there is none.
 */
class FuzzedFilesProperties {
    private static final long[] EXTREMES = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 40, Long.MAX_VALUE};

    private static final int TIMES = Integer.getInteger("hebb.fuzz.times", 1);
    private static final long SEED = Long.getLong("hebb.fuzz.seed", 0);
    private static final String FORM = System.getProperty("hebb.fuzz.form", "");

    private static final Map<String, Tally> TALLIES = new TreeMap<>();

    private static Map<String, List<Original>> originals = Map.of();
    private static Path directory = Path.of("");

    /** What became of the files of a form. */
    private static final class Tally {
        private long damaged;
        private long read;
        private long nanos;
    }

    /**
     * A recording in memory.
     *
     * @param files bytes of each file of a folder, by its path in the folder; of a file by the empty path
     */
    private record Original(FuzzSeeds.Seed seed, Map<Path, byte[]> files) {
        static Original of(FuzzSeeds.Seed seed) throws IOException {
            Map<Path, byte[]> files = new TreeMap<>();
            try (Stream<Path> found = Files.walk(seed.path())) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(seed.path().relativize(file), Files.readAllBytes(file));
                }
            }
            return new Original(seed, files);
        }
    }

    @BeforeContainer
    static void write() throws IOException {
        directory = Files.createTempDirectory("hebb-fuzz-");
        Map<String, List<FuzzSeeds.Seed>> seeds = FuzzSeeds.write(Files.createDirectory(directory.resolve("seeds")));
        boolean isForm = seeds.containsKey(FORM);
        seeds.keySet().removeIf(form -> isForm ? !form.equals(FORM) : !form.contains(FORM));
        assertThat(seeds).as("forms with '%s' in their name", FORM).isNotEmpty();
        originals = new TreeMap<>();
        for (Map.Entry<String, List<FuzzSeeds.Seed>> form : seeds.entrySet()) {
            List<Original> ofForm = new ArrayList<>();
            for (FuzzSeeds.Seed seed : form.getValue()) {
                ofForm.add(Original.of(seed));
            }
            originals.put(form.getKey(), ofForm);
        }
    }

    @AfterContainer
    static void delete() throws IOException {
        TALLIES.forEach((form, tally) -> System.out.printf(
                Locale.ROOT,
                "%s: %d damaged, %d of them read, %.2f ms each%n",
                form,
                tally.damaged,
                tally.read,
                tally.nanos / 1e6 / tally.damaged));
        remove(directory);
    }

    @Property(seed = "13", tries = 5)
    void damagedFilesAreReadOrRefusedByName(@ForAll long seed) throws IOException {
        // Numbers that follow each other would repeat those of another seed that is near.
        Random numbers = new Random(seed + SEED);
        for (int time = 0; time < TIMES; time++) {
            long number = numbers.nextLong();
            for (Map.Entry<String, List<Original>> form : originals.entrySet()) {
                Random random = new Random(number);
                Original original =
                        form.getValue().get(random.nextInt(form.getValue().size()));
                Tally tally = TALLIES.computeIfAbsent(form.getKey(), none -> new Tally());
                long begin = System.nanoTime();
                tally.read += readOrRefuse(number, original, random) ? 1 : 0;
                tally.nanos += System.nanoTime() - begin;
                tally.damaged++;
            }
        }
    }

    /** Returns whether it was read. */
    private static boolean readOrRefuse(long number, Original original, Random random) throws IOException {
        // Given
        FuzzSeeds.Seed seed = original.seed();
        Path damaged = directory.resolve("damaged-" + seed.path().getFileName());
        writeDamaged(original, damaged, random);

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
    private static void writeDamaged(Original original, Path copy, Random random) throws IOException {
        List<Path> files = List.copyOf(original.files().keySet());
        Path victim = files.get(random.nextInt(files.size()));
        for (Map.Entry<Path, byte[]> file : original.files().entrySet()) {
            Path to = copy.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Files.write(to, file.getKey().equals(victim) ? damage(file.getValue(), random) : file.getValue());
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
