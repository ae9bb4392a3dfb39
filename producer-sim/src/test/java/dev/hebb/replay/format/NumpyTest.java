package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumpyTest {
    private final Path folder;

    NumpyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "<i8, 5",
        "<u8, 5",
        "<i4, -5",
        "<u4, 4294967295",
        "<i2, -300",
        "<u2, 65535",
        "|i1, -5",
        "|u1, 255",
        ">i4, 7",
        ">i8, -7"
    })
    void readsWholeNumbersOfEveryWidth(String type, long number) throws IOException {
        // When
        NpyArray array = read(Npy.of(type, "(2, 1)", number, 1));
        // Then
        assertThat((long[]) array.data()).containsExactly(number, 1);
        assertThat(array.isColumn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"<f8", "<f4", ">f8", ">f4"})
    void readsFloatingPoint(String type) throws IOException {
        // When
        NpyArray array = read(Npy.of(type, "(3,)", 0.5, -1.25, 3));
        // Then
        assertThat((double[]) array.data()).containsExactly(0.5, -1.25, 3);
    }

    @Test
    void aSortingWithoutItsArraysIsRefusedByName() throws IOException {
        Path archive = folder.resolve("sorting_cached.npz");
        byte[] samples = Npy.of("<i8", "(2,)", 30, 60);
        Npy.zip(archive, "spike_indexes_seg0", samples, "sampling_frequency", Npy.of("<f8", "(1,)", 30_000));
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("sorting_cached.npz: there is no array 'spike_labels_seg0' in the archive");
        for (byte[] rate : List.of(Npy.of("<f8", "(0,)"), Npy.of("<f8", "(1,)", Double.NaN))) {
            Npy.zip(archive, "spike_indexes_seg0", samples, "sampling_frequency", rate);
            assertThatThrownBy(() -> RecordingFiles.open(folder))
                    .isInstanceOf(UnreadableRecordingException.class)
                    .hasMessageContaining("array 'sampling_frequency': it states no rate");
        }
    }

    /** 3 KB that claim to be 16 GB, as a zip bomb does, or as a damaged header may. */
    @ParameterizedTest
    @ValueSource(strings = {"<f8", "<U999999", "<U99999999999"})
    void refusesAnArrayThatDoesNotFitIntoMemory(String type) throws IOException {
        // Given
        byte[] huge = Npy.of("<f8", "(2147483000,)");
        byte[] typed = new String(huge, StandardCharsets.ISO_8859_1)
                .replace("<f8", type)
                .getBytes(StandardCharsets.ISO_8859_1);
        typed[8] += (byte) (typed.length - huge.length);
        Path bomb = Npy.zip(folder.resolve("bomb.npz"), "times", typed, "ids", Npy.of("<i4", "(1,)", 1));

        // Then
        assertThatThrownBy(() -> RecordingFiles.open(bomb))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("bomb.npz, array 'times'");
    }

    @Test
    void namesWhatIsWrongWithAnArray() {
        byte[] whole = Npy.of("<i4", "(3,)", 1, 2, 3);
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)))
                .hasMessageContaining("here: the file ends before its 3 numbers do");
        assertThatThrownBy(() -> read(Npy.of("|O8", "(3,)"))).hasMessageContaining("type O8 is not a whole");
        assertThatThrownBy(() -> read(new byte[] {1, 2, 3})).hasMessageContaining("not a NumPy array");
        assertThatThrownBy(() -> read(Npy.of("<u8", "(1,)", -1))).hasMessageContaining("is beyond 2^63-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(-5,)", "(3, -1)", "(99999999999,)", "(4294967296, 4294967296)", "(x,)"})
    void namesAFileWhoseShapeIsImpossible(String shape) throws IOException {
        Path file = Files.write(folder.resolve("bad.npy"), Npy.of("<i4", shape, 1, 2, 3));
        assertThatThrownBy(() -> RecordingFiles.open(file))
                .hasMessageContaining("bad.npy: its header states the shape " + shape)
                .hasMessageContaining("save it again with numpy.save");
    }

    @Test
    void namesAnArchiveThatWasCutOffOrDamaged() throws IOException {
        // Given
        double[] many = new Random(1).doubles(5_000).toArray();
        Path whole = Npy.zip(
                folder.resolve("a.npz"),
                "times",
                Npy.of("<f8", "(5000,)", many),
                "ids",
                Npy.of("<i4", "(5000,)", many));
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.npz"), Arrays.copyOf(bytes, bytes.length / 2));
        Arrays.fill(bytes, 200, 2_000, (byte) 77);
        Path damaged = Files.write(folder.resolve("damaged.npz"), bytes);
        // Then
        assertThatThrownBy(() -> RecordingFiles.open(half))
                .hasMessageContaining("half.npz is a zip archive, as .npz files are, and is cut off or damaged");
        assertThatThrownBy(() -> RecordingFiles.open(damaged)).hasMessageContaining("damaged.npz");
    }

    @Test
    void makesNoRoomForNumbersThatAFileDoesNotHave() throws IOException {
        // Given: eight bytes that are said to be eight gigabytes
        byte[] lie = Npy.of("<f8", "(1000000000,)", 1);
        Path array = Files.write(folder.resolve("lie.npy"), Npy.of("<i4", "(1000000000, 2)", 1, 2));
        Path archive = Npy.zip(folder.resolve("lie.npz"), "times", lie, "ids", lie);
        // Then
        assertThatThrownBy(() -> RecordingFiles.open(array))
                .hasMessageContaining("lie.npy: the file ends before its 2000000000 numbers do");
        assertThatThrownBy(() -> RecordingFiles.open(archive))
                .hasMessageContaining("lie.npz, array 'times': the file ends before its 1000000000 numbers do");
    }

    @Test
    void aHeaderThatNeedsMoreThanHalfOfTheMemoryIsRefused() throws IOException {
        // Given, When: half of the memory
        Memory.require(64, 8, 1024, "half.npy");
        // Then
        assertThatThrownBy(() -> Memory.require(65, 8, 1024, "more.npy"))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("more.npy: its header states 65 elements")
                .hasMessageContaining("HEBB_JAVA_OPTS=-Xmx8g");
    }

    @Test
    void saysThatMemoryDoesNotHoldARecording() {
        assertThatThrownBy(() -> Memory.holding("big.npz", () -> new long[8][Integer.MAX_VALUE - 8]))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("big.npz does not fit into Hebb's memory of")
                .hasMessageContaining("HEBB_JAVA_OPTS=-Xmx8g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<U0", "<U99999999999"})
    void namesATypeOfTextWithoutAPossibleLength(String type) {
        assertThatThrownBy(() -> read(Npy.of(type, "(1,)")))
                .hasMessageContaining("here: NumPy type " + type.substring(1) + " is not a whole");
    }

    @Test
    void namesAZipArchiveThatHasNoArrays() throws IOException {
        Path zip = folder.resolve("spikes.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("spikes.csv"));
            out.write("neuron,time_us".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> RecordingFiles.open(zip))
                .hasMessageContaining("without arrays of NumPy, with [spikes.csv]; unzip it");
    }

    @Test
    void namesAnArrayThatGoesOnAfterItsEnd() throws IOException {
        Path file = Files.write(folder.resolve("long.npy"), Npy.of("<i4", "(1, 2)", 1, 2, 3));
        assertThatThrownBy(() -> RecordingFiles.open(file))
                .hasMessageContaining("the file goes on after its 2 numbers");
    }

    @Test
    void readsArchiveOfSecondsAndIds() throws IOException {
        // Given
        Path file = Npy.zip(
                folder.resolve("a.bin"),
                "weights",
                Npy.of("<f8", "(2, 2)", 1, 2, 3, 4),
                "spike_times",
                Npy.of("<f8", "(3,)", 2.0000005, 0.5, 1),
                "spike_clusters",
                Npy.of("<u2", "(3,)", 9, 8, 7));
        // When
        Recording spikes = WholeRecording.of(file);
        // Then
        assertThat(spikes.timesMicros()).containsExactly(500_000, 1_000_000, 2_000_001);
        assertThat(spikes.neurons()).containsExactly(8, 7, 9);
    }

    @Test
    void namesWhatIsWrongWithAnArchive() throws IOException {
        byte[] times = Npy.of("<f8", "(2,)", 1, 2);
        byte[] ids = Npy.of("<i4", "(2,)", 1, 2);
        Path noIds = Npy.zip(folder.resolve("a"), "times", times, "other", ids);
        Path twoTimes = Npy.zip(folder.resolve("b"), "times", times, "t", times, "ids", ids);
        Path uneven = Npy.zip(folder.resolve("c"), "times", times, "ids", Npy.of("<i4", "(1,)", 1));
        Path samples = Npy.zip(folder.resolve("d"), "times", ids, "ids", ids);
        Path negative = Npy.zip(folder.resolve("e"), "times", times, "ids", Npy.of("<i4", "(2,)", 1, -2));
        assertThatThrownBy(() -> RecordingFiles.open(noIds))
                .hasMessageContaining("no array of ids among [times, other]")
                .hasMessageContaining("numpy.savez");
        assertThatThrownBy(() -> RecordingFiles.open(twoTimes)).hasMessageContaining("more than one array of times");
        assertThatThrownBy(() -> RecordingFiles.open(uneven)).hasMessageContaining("'times' has 2 numbers and 'ids' 1");
        assertThatThrownBy(() -> RecordingFiles.open(samples)).hasMessageContaining("could be in any unit");
        assertThatThrownBy(() -> RecordingFiles.open(negative))
                .hasMessageContaining("array 'ids': entry 1 is -2; a neuron's id is 0 to 2147483647");
    }

    @Test
    void takesMicrosecondsThatSaySo() throws IOException {
        // Given
        Path file = Npy.zip(folder.resolve("a"), "time_us", Npy.of("<i8", "(1,)", 77), "ids", Npy.of("<i8", "(1,)", 3));
        // When, Then
        assertThat(WholeRecording.of(file).timesMicros()).containsExactly(77);
    }

    @Test
    void singleArrayIsNoRecording() throws IOException {
        Path file = Files.write(folder.resolve("spike_times.npy"), Npy.of("<i8", "(1,)", 77));
        assertThatThrownBy(() -> RecordingFiles.open(file)).hasMessageContaining("single NumPy array; give the folder");
    }

    private static NpyArray read(byte[] bytes) throws IOException {
        return NpyArray.read(new ByteArrayInputStream(bytes), bytes.length, "here");
    }
}
