package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that pynwb, h5py, SpikeInterface, SciPy and NumPy wrote: src/test/python/write_recordings.py. */
class WrittenByProgramsTest {
    private static final long[] TIMES = {100_000, 500_000, 1_250_000, 1_250_001, 2_000_000, 3_000_000};
    private static final int[] NEURONS = {7, 3, 3, 7, 3, 7};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pynwb.nwb",
                "h5py_v110.nwb",
                "h5py_earliest.nwb",
                "sonata.h5",
                "brian2.npz",
                "milliseconds.npz",
                "cellexplorer_v5.mat",
                "cellexplorer_v73.mat"
            })
    void readsWithoutOptions(String name) throws IOException {
        requireTheSixSpikes(RecordingFiles.open(file(name)));
    }

    @ParameterizedTest
    @CsvSource({"two_columns.npy", "two_columns_fortran.npy", "matrix_v5.mat", "vectors_v5.mat"})
    void readsColumnsInSecondsThatTheUserStates(String name) throws IOException {
        requireTheSixSpikes(open(name, unit(UnitOfTime.SECONDS)));
    }

    @Test
    void readsTextOfSavetxt() throws IOException {
        ReadOptions options = new ReadOptionsBuilder().columns("1,2").unit("s").build();
        requireTheSixSpikes(open("savetxt.txt", options));
    }

    @Test
    void samplesNeedARate() throws IOException {
        ReadOptions columns =
                new ReadOptionsBuilder().columns("1,2").sampleRate("30000").build();
        Recording spikes = WholeRecording.of(open("two_rows.npy", columns));
        assertThat(spikes.timesMicros()).containsExactly(100_000, 500_000, 1_250_000, 1_250_000, 2_000_000, 3_000_000);
        assertThatThrownBy(() -> RecordingFiles.open(file("two_rows.npy")))
                .hasMessageContaining("--columns neuron=1,time=2 and --unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spikeinterface_numpy_folder", "spikeinterface_npz_folder"})
    void readsFoldersOfSpikeInterfaceAtTheirSamples(String name) throws IOException {
        Recording spikes = WholeRecording.of(RecordingFiles.open(file(name)));
        assertThat(spikes.timesMicros()).containsExactly(100_000, 500_000, 1_250_000, 1_250_000, 2_000_000, 3_000_000);
        assertThat(spikes.neurons()).containsExactly(7, 3, 3, 7, 3, 7);
    }

    @Test
    void numbersUnitsThatAreNamedByWords() throws IOException {
        UnitNames names = new UnitNames();
        RecordingFile file = RecordingFiles.open(file("spikeinterface_numpy_folder_names"), ReadOptions.NONE, names);
        assertThat(WholeRecording.of(file).neurons()).containsExactly(1, 0, 0, 1, 0, 1);
        assertThat(names.all()).containsEntry("#3", 0).containsEntry("#7", 1);
        assertThat(file.notes()).containsExactly("units are numbered by name: #3 = 0, #7 = 1");
    }

    @Test
    void readsTrainsOfMatlab() throws IOException {
        Recording cells = WholeRecording.of(open("cells_v5.mat", unit(UnitOfTime.SECONDS)));
        Recording chronux = WholeRecording.of(RecordingFiles.open(file("chronux_v5.mat")));
        Recording fieldTrip = WholeRecording.of(open("fieldtrip_v5.mat", unit(UnitOfTime.MICROS)));
        assertThat(cells.timesMicros()).containsExactly(TIMES);
        assertThat(cells.neurons()).containsExactly(2, 1, 1, 2, 1, 2);
        assertThat(chronux.timesMicros()).containsExactly(TIMES);
        assertThat(fieldTrip.timesMicros())
                .containsExactly(100_000, 500_000, 1_250_000, 1_250_000, 2_000_000, 3_000_000);
        assertThat(fieldTrip.neurons()).containsExactly(1, 0, 0, 1, 0, 1);
    }

    @Test
    void asksWhichVariableAndWhatItCounts() throws IOException {
        assertThatThrownBy(() -> RecordingFiles.open(file("cells_v5.mat")))
                .hasMessageContaining("variable trains: the name does not say what the times count; give --unit s");
        ReadOptions wrong = new ReadOptionsBuilder().variable("spikes.tmes").build();
        assertThatThrownBy(() -> open("cellexplorer_v5.mat", wrong))
                .hasMessageContaining(
                        "no variable spikes.tmes; there are [spikes (structure with [times, UID, numcells])");
    }

    @Test
    void takesLabelsOfNwb() throws IOException {
        RecordingFile file = RecordingFiles.open(file("pynwb_quality.nwb"));
        assertThat(WholeRecording.of(file).neurons()).containsExactly(7, 7, 7);
        assertThat(file.notes())
                .containsExactly(
                        "labels are those of /units/quality",
                        "1 of 2 labelled clusters are good; 3 spikes of the others are left out");
        requireTheSixSpikes(open("pynwb_quality.nwb", clusters("all")));
        assertThat(WholeRecording.of(open("pynwb_quality.nwb", clusters("mua"))).neurons())
                .containsExactly(3, 3, 3);
        assertThat(WholeRecording.of(open("pynwb.nwb", clusters("3"))).neurons())
                .containsExactly(3, 3, 3);
        assertThatThrownBy(() -> open("pynwb.nwb", clusters("3,9")))
                .hasMessageContaining("there is no cluster 9; there are [3, 7]");
        assertThatThrownBy(() -> open("pynwb.nwb", clusters("good"))).hasMessageContaining("no cluster has a label");
    }

    @Test
    void warnsOfLabelsInOtherColumnsOfNwb() throws IOException {
        RecordingFile file = RecordingFiles.open(file("pynwb_other_labels.nwb"));
        requireTheSixSpikes(file);
        assertThat(file.notes())
                .containsExactly("warning: the labels in [is_good, ks_label] of /units are not used, only those in"
                        + " quality, group and KSLabel; choose units with --clusters 3,7,9");
    }

    @Test
    void numbersIdsBeyond31BitsAndTakesUnitsThatNoPersonJudged() throws IOException {
        RecordingFile file = RecordingFiles.open(file("pynwb_unsorted.nwb"));
        assertThat(WholeRecording.of(file).neurons()).containsExactly(1, 0, 0, 1, 0, 1);
        assertThat(file.notes())
                .containsExactly(
                        "ids are beyond 2147483647, so neurons are numbered: 8589934595 = 0, 8589934599 = 1",
                        "labels are those of /units/quality",
                        "no person and no sorter has judged the clusters, so all of them are taken");
    }

    @Test
    void timeBetweenIntervalsOfObservationIsAGap() throws IOException {
        RecordingFile file = RecordingFiles.open(file("pynwb_intervals.nwb"));
        assertThat(file.unobserved()).containsExactly(new Timeline.Unobserved(1_500_001, 1_900_000));
        assertThat(file.notes()).anyMatch(note -> note.endsWith("sent as unobserved time: 1"));
        assertThat(Timeline.of(List.of(file), List.of(5_000_000L)).gaps())
                .containsExactly(new Timeline.Unobserved(6_500_001, 6_900_000));
    }

    @Test
    void tellsUnitsOfTwoProbesApartAndSaysThatTimesGoBack() throws IOException {
        RecordingFile file = RecordingFiles.open(file("pynwb_probes.nwb"));
        assertThat(WholeRecording.of(file).neurons()).contains(0, 1).doesNotContain(3);
        assertThat(file.extent().spikes()).isEqualTo(12);
        assertThat(file.notes())
                .anyMatch(note -> note.contains("only 1 different ids (two probes?): they are distinguished"))
                .anyMatch(note -> note.startsWith("warning: the times of 2 units go back (unit 0 1 time, by up to 1 s;"
                        + " unit 1 1 time, by up to 2 s): sessions that each begin at zero?"));
    }

    @Test
    void asksAboutRecordingsOfHundredsOfDays() throws IOException {
        assertThatThrownBy(() -> RecordingFiles.open(file("pynwb_samples.nwb")))
                .hasMessageContaining("taken as seconds, the times cover 302 days; are they samples?");
        assertThat(open("pynwb_samples.nwb", unit(UnitOfTime.SECONDS)).extent().spikes())
                .isEqualTo(6);
    }

    @Test
    void saysWhatAnNwbFileLacks() {
        assertThatThrownBy(() -> RecordingFiles.open(file("pynwb_no_units.nwb")))
                .hasMessageContaining("this NWB file has no units");
        assertThatThrownBy(() -> RecordingFiles.open(file("pynwb_no_spikes.nwb")))
                .hasMessageContaining("the units of this NWB file have no spikes: /units/spike_times is missing");
    }

    @Test
    void namesTheFeatureOfHdf5ThatIsMissing() {
        assertThatThrownBy(() -> RecordingFiles.open(file("h5py_latest.nwb")))
                .hasMessageContaining(
                        "h5py_latest.nwb: this HDF5 file has compressed data in the form that only HDF5 2.0")
                .hasMessageContaining("h5repack h5py_latest.nwb converted.h5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pynwb.nwb",
                "sonata.h5",
                "culture_ch.h5",
                "cellexplorer_v73.mat",
                "cellexplorer_v5.mat",
                "brian2.npz",
                "two_columns.npy"
            })
    void namesAFileThatWasCutOffAnywhere(String name, @TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(file(name));
        for (int part = 1; part < 8; part++) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length * part / 8));
            assertThatThrownBy(() -> open(cut, unit(UnitOfTime.SECONDS)))
                    .as(name + " cut to " + part + " eighths")
                    .isInstanceOf(UnreadableRecordingException.class)
                    .hasMessageContaining(cut.toString());
        }
    }

    @Test
    void refusesArraysOfObjects() {
        assertThatThrownBy(() -> RecordingFiles.open(file("objects.npz")))
                .hasMessageContaining("array 'times': NumPy type O")
                .hasMessageContaining("times=numpy.concatenate(trains)");
    }

    @ParameterizedTest
    @CsvSource({
        "ch, 12, 21, 7",
        "units, 12, 1012, 11",
        "dotted, 0, 1, 9.5",
        "letters, 0, 1, 11",
        "words, 0, 1,",
        "nameless, 0, 1,",
        "weeks, 12, 21, 42"
    })
    void readsCulturesHoweverTheirTrainsAreNamed(String name, int first, int second, Double days) throws IOException {
        RecordingFile file = RecordingFiles.open(file("culture_" + name + ".h5"));
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros())
                .containsExactly(100_000, 500_000, 1_250_000, spikes.timesMicros()[3], 2_000_000, 3_000_000);
        assertThat(spikes.neurons()).containsExactly(second, first, first, second, first, second);
        assertThat(file.ageMicros())
                .isEqualTo(days == null ? OptionalLong.empty() : OptionalLong.of((long) (days * 86_400e6)));
    }

    @Test
    void aNameIsTheSameNeuronInEveryFileOfALife() throws IOException {
        UnitNames names = new UnitNames();
        RecordingFile early = RecordingFiles.open(file("culture_dotted.h5"), ReadOptions.NONE, names);
        RecordingFile late = RecordingFiles.open(file("culture_dotted_later.h5"), ReadOptions.NONE, names);
        assertThat(WholeRecording.of(early).neurons()).containsExactly(1, 0, 0, 1, 0, 1);
        assertThat(WholeRecording.of(late).neurons()).containsExactly(2, 1, 1, 2, 1, 2);
        assertThat(Timeline.of(List.of(late, early), List.of()).segments())
                .extracting(segment -> segment.file().name())
                .containsExactly("culture_dotted.h5", "culture_dotted_later.h5");
        assertThatThrownBy(() -> RecordingFiles.open(file("culture_ch.h5"), ReadOptions.NONE, names))
                .hasMessageContaining("neurons would be numbered by electrode");
    }

    @Test
    void optionsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> open(
                        "pynwb.nwb", new ReadOptionsBuilder().columns("1,2").build()))
                .hasMessageContaining("is of the form NWB, for which --columns means nothing; leave it out."
                        + " It takes --clusters, --sample-rate, --unit");
    }

    private static void requireTheSixSpikes(RecordingFile file) throws IOException {
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(TIMES);
        assertThat(spikes.neurons()).containsExactly(NEURONS);
    }

    private static ReadOptions unit(UnitOfTime unit) {
        return new ReadOptionsBuilder().unit(unit).build();
    }

    private static ReadOptions clusters(String choice) {
        return new ReadOptionsBuilder().clusters(choice).build();
    }

    private static RecordingFile open(Path file, ReadOptions options) throws IOException {
        return RecordingFiles.open(file, options, new UnitNames());
    }

    private static RecordingFile open(String name, ReadOptions options) throws IOException {
        return RecordingFiles.open(file(name), options, new UnitNames());
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/recordings", name);
    }
}
