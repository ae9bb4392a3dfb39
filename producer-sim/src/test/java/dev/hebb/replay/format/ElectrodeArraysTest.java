package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of electrode arrays and their programs, which Neo, SpikeInterface and h5py wrote, or by documented layouts. */
class ElectrodeArraysTest {
    private static final long[] TIMES = {100_000, 500_000, 1_250_000, 1_250_001, 2_000_000, 3_000_000};
    private static final long[] SAMPLES = {100_000, 500_000, 1_250_000, 1_250_000, 2_000_000, 3_000_000};
    private static final int[] NEURONS = {7, 3, 3, 7, 3, 7};

    private final Path folder;

    ElectrodeArraysTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo.nix", "neo_v5.mat"})
    void trainsOfNeoAreInTheirOwnUnits(String name) throws IOException {
        RecordingFile file = open(written(name), null, null);
        assertThat(WholeRecording.of(file).timesMicros()).startsWith(TIMES).hasSize(7);
        assertThat(WholeRecording.of(file).neurons()).containsExactly(1, 0, 0, 1, 0, 1, 5);
        assertThat(file.notes())
                .containsExactly("6 spike trains of Neo in milliseconds and seconds, numbered by their place from 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo_names.nix", "neo_names_v5.mat"})
    void trainsOfNeoAreNumberedByTheirNames(String name) throws IOException {
        UnitNames names = new UnitNames();
        RecordingFile file = RecordingFiles.open(written(name), ReadOptions.NONE, names);
        assertThat(WholeRecording.of(file).neurons()).containsExactly(1, 0, 0, 1, 0, 1, 5);
        assertThat(names.all())
                .containsEntry("SU_3", 0)
                .containsEntry("SU_7", 1)
                .containsEntry("last", 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo_segments.nix", "neo_segments_v5.mat"})
    void segmentsOfNeoAreAskedAbout(String name) throws IOException {
        assertThatThrownBy(() -> open(written(name), null, null))
                .hasMessageContaining("has 2 segments, whose times all begin at zero; choose one with --variable 0");
        assertThat(WholeRecording.of(open(written(name), null, "1")).timesMicros())
                .startsWith(TIMES);
    }

    @ParameterizedTest
    @CsvSource({"maxwell_old.h5,", "maxwell_wells.h5, well001/rec0000"})
    void maxWellHasElectrodesByItsMapping(String name, @Nullable String well) throws IOException {
        RecordingFile file = open(written(name), null, well);
        requireSamples(file);
        assertThat(file.neurons())
                .containsExactlyInAnyOrder(
                        new KnownNeuron(3, null, false, "3", 17.5, 52.5, null),
                        new KnownNeuron(7, null, false, "7", 35.0, 70.0, null));
        assertThat(file.notes())
                .anyMatch(note -> note.startsWith("1 spikes of channels that are connected to no electrode"));
    }

    @Test
    void wellsAreAskedAbout() {
        assertThatThrownBy(() -> open(written("maxwell_wells.h5"), null, null))
                .hasMessageContaining("has the recordings [well000/rec0000, well001/rec0000]")
                .hasMessageContaining("--variable NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"brainwave3.bxr", "brainwave4.bxr"})
    void brainWaveHasChannelsAndFrames(String name) throws IOException {
        requireSamples(open(written(name), null, null));
        assertThat(open(written(name), "40000", null).extent().lastMicros()).isEqualTo(1_500_000);
    }

    @Test
    void spykingCircusNeedsItsRate() throws IOException {
        requireSamples(open(written("circus.result.hdf5"), "20000", null));
        assertThatThrownBy(() -> open(written("circus.result.hdf5"), null, null))
                .hasMessageContaining("SpyKING CIRCUS, whose sampling_rate is in its .params: the times are samples");
    }

    @Test
    void herdingSpikesHasClustersAndFrames() throws IOException {
        requireSamples(open(written("herding.hdf5"), null, null));
        assertThat(open(written("herding.hdf5"), "40000", null).extent().lastMicros())
                .isEqualTo(1_500_000);
        assertThatThrownBy(() -> open(written("herding_no_rate.hdf5"), null, null))
                .hasMessageContaining("/Sampling does not say the sampling rate; give --sample-rate");
    }

    @Test
    void aFolderOfTridesclousIsNamed() throws IOException {
        Files.createDirectory(folder.resolve("channel_group_0"));
        Files.writeString(folder.resolve("info.json"), "{}");
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("this is a folder of Tridesclous: convert it with")
                .hasMessageContaining("format='numpy_folder'");
    }

    @Test
    void hdf5OfOtherProgramsIsNamed() {
        assertThatThrownBy(() -> open(written("sorted.kwik"), null, null))
                .hasMessageContaining("is a file of Klusta (.kwik)")
                .hasMessageContaining("times_samples=s['time_samples']");
        assertThatThrownBy(() -> open(written("mcs.h5"), null, null))
                .hasMessageContaining("is a file of Multi Channel Systems")
                .hasMessageContaining("times_us=numpy.concatenate(t)");
    }

    @Test
    void axionsSpikeListHasSettingsBesideTheSpikesAndAnEnd() throws IOException {
        Path list = axion(
                "Recording Name:,dish(000).raw,0.1,A1_23,0.02",
                "Sampling Frequency,12.5 kHz,0.5,A1_11,0.03",
                ",,1.25,B2_23,0.02",
                ",,1.2500005,A1_23,0.02",
                "Notes:,,,,",
                "Well Information,,,,",
                "Well,A1,A2,B1,B2",
                "Concentration,1,2,3,4");
        UnitNames names = new UnitNames();
        RecordingFile file = RecordingFiles.open(list, variable("A1"), names);
        assertThat(WholeRecording.of(file).timesMicros()).containsExactly(100_000, 500_000, 1_250_001);
        assertThat(WholeRecording.of(file).neurons()).containsExactly(0, 1, 0);
        assertThat(names.all()).containsOnlyKeys("A1_23", "A1_11");
        assertThat(file.notes())
                .containsExactly(
                        "well A1 of 2; neurons are electrodes, numbered by name: A1_23 = 0, A1_11 = 1",
                        "1 spikes of other wells are left out");
        assertThat(RecordingFiles.open(list, variable("*"), new UnitNames())
                        .extent()
                        .spikes())
                .isEqualTo(4);
        assertThatThrownBy(() -> RecordingFiles.open(list))
                .hasMessageContaining("has the wells [A1, B2], each of which is a network of its own");
    }

    @Test
    void axionsLinesThatAreNoSpikesAreCounted() throws IOException {
        Path list = axion(",,0.5,A1_11,0.03", ",,x,A1_11,0.03", ",,0.7,3,0.03");
        assertThat(RecordingFiles.open(list).notes())
                .anyMatch(note -> note.contains("line 3: time 'x'") && note.contains("line 4: '3' is not an"));
    }

    @ParameterizedTest
    @CsvSource({"-7, 8", "-3, 4", "-5, 4", "-8, 4"})
    void firingsOfMountainSortHaveChannelSampleAndLabel(int code, int width) throws IOException {
        Path file = Files.write(folder.resolve("firings.mda"), mda(code, width, false));
        requireFirings(open(file, "20000", null));
        assertThatThrownBy(() -> open(file, null, null)).hasMessageContaining("no params.json beside it");
        Files.writeString(folder.resolve("params.json"), "{\"samplerate\": 20000}");
        requireFirings(open(file, null, null));
    }

    @Test
    void firingsThatSpikeInterfaceWroteAreRead() throws IOException {
        requireSamples(open(written("spikeinterface_firings.mda"), "30000", null));
    }

    @Test
    void firingsMayHaveLengthsOf64Bits() throws IOException {
        requireFirings(open(Files.write(folder.resolve("f.mda"), mda(-7, 8, true)), "20000", null));
        byte[] cut = Arrays.copyOf(mda(-7, 8, false), 60);
        assertThatThrownBy(() -> open(Files.write(folder.resolve("f.mda"), cut), "20000", null))
                .hasMessageContaining("f.mda");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 1L << 62})
    void aTimeStampBeyondAllTimesIsRefused(long stamp) throws IOException {
        byte[] bytes = nex5();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(356 + 4 * 244, stamp);
        // As at 1 Hz: a tick is a million microseconds.
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(264, 1);
        Path file = Files.write(folder.resolve("far.nex5"), bytes);
        assertThatThrownBy(() -> RecordingFiles.open(file))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("far.nex5, variable SPK01a: entry 0 lies at")
                .hasMessageContaining("not within 2^53");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "ms", "us"})
    void theSmallestNumberIsNoTime(String unit) throws IOException {
        ReadOptions options = new ReadOptionsBuilder().unit(unit).build();
        Path file = folder.resolve("a.npz");
        Npy.zip(file, "ids", Npy.of("<i8", "(2,)", 1, 2), "times", Npy.of("<i8", "(2,)", Long.MIN_VALUE, 5));
        assertThatThrownBy(() -> RecordingFiles.open(file, options, new UnitNames()))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("a.npz")
                .hasMessageContaining("not within 2^53");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neuroExplorerHasAVariableForEachNeuron(boolean five) throws IOException {
        Path file = Files.write(folder.resolve("a.nex"), five ? nex5() : nex());
        UnitNames names = new UnitNames();
        RecordingFile recording = RecordingFiles.open(file, ReadOptions.NONE, names);
        assertThat(WholeRecording.of(recording).timesMicros()).containsExactly(100_000, 500_000, 2_000_000);
        assertThat(WholeRecording.of(recording).neurons()).containsExactly(1, 0, 0);
        assertThat(names.all()).containsOnlyKeys("SPK01a", "SPK02a");
        assertThat(recording.notes())
                .containsExactly(
                        "2 neurons, numbered by name: SPK01a = 0, SPK02a = 1; time stamps at 40000 Hz",
                        "spikes that belong to no unit are left out: [SPK01i]");
        byte[] cut = Arrays.copyOf(Files.readAllBytes(file), 700);
        assertThatThrownBy(() -> RecordingFiles.open(Files.write(folder.resolve("a.nex"), cut)))
                .hasMessageContaining("a.nex: the file ends before the data that its headers state");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLEX\\0\\0|is a file of Plexon (.plx)|neo.io.PlexonIO('strange')",
                "NEURALEV\\2\\3\\0|is a file of Blackrock (.nev)|neo.io.BlackrockIO('strange')",
                "NEURALCD\\2\\3\\0|is a file of Blackrock with signals and no spikes|sort it",
                "######## Neuralynx Data File Header\\0|is a file of Neuralynx|neo.io.NeuralynxIO(dirname='.')",
                "AxionBio\\0\\1|is a file of Axion|export the spike list as CSV with AxIS",
                "(\u00b5/\u00fd\\4\\0|is packed with zstd|zstd -d strange",
                "\u00fd7zXZ\\0|is packed with xz|unxz -k strange",
                "BZh91AY&SY\\0|is packed with bzip2|bunzip2 -k strange",
                "SQLite format 3\\0|is a database of SQLite|sqlite3 -header -csv strange",
                "\u00d0\u00cf\\21\u00e0\\0|is a workbook|save the sheet"
            })
    void formsOfOtherProgramsAreNamed(String head, String what, String advice) throws IOException {
        byte[] bytes = head.replace("\\0", "\0")
                .replace("\\21", "\21")
                .replace("\\1", "\1")
                .replace("\\2", "\2")
                .replace("\\3", "\3")
                .replace("\\4", "\4")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> open(Files.write(folder.resolve("strange"), bytes), null, null))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(advice);
    }

    private Path axion(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("dish_spike_list.csv"),
                "Investigator:,,Time (s),Electrode,Amplitude(mV)\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    /** Two spikes of unit 3 on channel 1 and one of unit 7 on channel 2, in four rows. */
    private static byte[] mda(int code, int width, boolean large) {
        double[] entries = {1, 10_000, 3, 0, 2, 2_000, 7, 0, 1, 40_000, 3, 0};
        ByteBuffer file = ByteBuffer.allocate((large ? 28 : 20) + width * entries.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(code)
                .putInt(width)
                .putInt(large ? -2 : 2);
        if (large) {
            file.putLong(4).putLong(3);
        } else {
            file.putInt(4).putInt(3);
        }
        for (double entry : entries) {
            if (code == -7) {
                file.putDouble(entry);
            } else if (code == -3) {
                file.putFloat((float) entry);
            } else {
                file.putInt((int) entry);
            }
        }
        return file.array();
    }

    private static void requireFirings(RecordingFile file) throws IOException {
        assertThat(WholeRecording.of(file).timesMicros()).containsExactly(100_000, 500_000, 2_000_000);
        assertThat(WholeRecording.of(file).neurons()).containsExactly(7, 3, 3);
        assertThat(file.neurons()).contains(KnownNeuron.of(7).on("2"));
    }

    /** Neurons SPK01a at 20,000 and 80,000 ticks, SPK02a at 4,000, unsorted SPK01i, and an event. */
    static byte[] nex() {
        ByteBuffer file = ByteBuffer.allocate(544 + 4 * 208 + 5 * 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put("NEX1".getBytes(StandardCharsets.US_ASCII)).putInt(106);
        file.putDouble(264, 40_000).putInt(280, 4);
        String[] names = {"SPK01a", "SPK02a", "SPK01i", "Event"};
        int[][] stamps = {{20_000, 80_000}, {4_000}, {1}, {2}};
        int at = 544 + 4 * 208;
        for (int k = 0; k < 4; k++) {
            int header = 544 + k * 208;
            file.putInt(header, k == 3 ? 1 : 0);
            file.position(header + 8).put(names[k].getBytes(StandardCharsets.US_ASCII));
            file.putInt(header + 72, at).putInt(header + 76, stamps[k].length);
            for (int stamp : stamps[k]) {
                file.putInt(at, stamp);
                at += 4;
            }
        }
        return file.array();
    }

    /** The same; the first neuron has stamps of 64 bits. */
    static byte[] nex5() {
        ByteBuffer file = ByteBuffer.allocate(356 + 4 * 244 + 5 * 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put("NEX5".getBytes(StandardCharsets.US_ASCII)).putInt(501);
        file.putDouble(264, 40_000).putInt(280, 4);
        String[] names = {"SPK01a", "SPK02a", "SPK01i", "Event"};
        int[][] stamps = {{20_000, 80_000}, {4_000}, {1}, {2}};
        int at = 356 + 4 * 244;
        for (int k = 0; k < 4; k++) {
            int header = 356 + k * 244;
            file.putInt(header, k == 3 ? 1 : 0);
            file.position(header + 8).put(names[k].getBytes(StandardCharsets.US_ASCII));
            file.putLong(header + 72, at).putLong(header + 80, stamps[k].length);
            file.putInt(header + 88, k == 0 ? 1 : 0);
            for (int stamp : stamps[k]) {
                if (k == 0) {
                    file.putLong(at, stamp);
                } else {
                    file.putInt(at, stamp);
                }
                at += k == 0 ? 8 : 4;
            }
        }
        return file.array();
    }

    private static void requireSamples(RecordingFile file) throws IOException {
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(SAMPLES);
        assertThat(spikes.neurons()).containsExactly(NEURONS);
    }

    private static ReadOptions variable(String name) {
        return new ReadOptionsBuilder().variable(name).build();
    }

    private static RecordingFile open(Path file, @Nullable String rate, @Nullable String variable) throws IOException {
        ReadOptions options =
                new ReadOptionsBuilder().sampleRate(rate).variable(variable).build();
        return RecordingFiles.open(file, options, new UnitNames());
    }

    private static Path written(String name) {
        return Path.of("src/test/resources/recordings", name);
    }
}
