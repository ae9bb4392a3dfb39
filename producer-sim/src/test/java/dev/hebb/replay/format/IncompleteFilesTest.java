package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that say a part of what they should, which h5py and polars wrote: write_recordings.py. */
class IncompleteFilesTest {
    private static final long[] TIMES = {100_000, 500_000, 1_250_000, 1_250_001, 2_000_000, 3_000_000};

    @ParameterizedTest
    @CsvSource({
        "ends_down.nwb, 'train 1 ends at 2, before it begins at 3, where the one before it ends'",
        "ends_beyond.nwb, 'train 1 ends at 60, but there are only 6 spikes: is the file whole?'",
        "ends_before.nwb, 'the trains have 5 spikes together, but there are 6'",
        "ends_counts.nwb, 'these are the numbers of spikes of each train, and not where each ends'"
    })
    void endsOfTrainsThatDoNotFitAreExplained(String name, String message) {
        assertThatThrownBy(() -> RecordingFiles.open(file(name)))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining(name + ", dataset /units/spike_times_index: " + message);
    }

    @Test
    void numbersThatAFileCannotHoldTakeNoMemory() {
        assertThatThrownBy(() -> RecordingFiles.open(file("cut_times.nwb")))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining(
                        "cut_times.nwb, dataset /units/spike_times: it states 80000000 bytes, but the whole"
                                + " file has 12288: it was cut off or damaged");
    }

    @Test
    void intervalsOneAfterTheOtherArePairs() throws IOException {
        RecordingFile file = RecordingFiles.open(file("intervals_flat.nwb"));
        assertThat(file.unobserved()).containsExactly(new Timeline.Unobserved(1_500_001, 1_750_000));
        assertThat(file.notes()).noneMatch(note -> note.startsWith("warning"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intervals_odd.nwb", "intervals_triples.nwb", "intervals_back.nwb"})
    void intervalsThatAreNoPairsAreNotUsedAndThatIsSaid(String name) throws IOException {
        RecordingFile file = RecordingFiles.open(file(name));
        assertThat(file.unobserved()).isEmpty();
        assertThat(file.notes()).anySatisfy(note -> assertThat(note)
                .startsWith("warning: the ")
                .contains("numbers in /units/obs_intervals are not used")
                .contains("not pairs of a start and a later end"));
    }

    @ParameterizedTest
    @CsvSource({
        "links_broken_position.nwb, /general/extracellular_ephys/electrodes/x",
        "links_broken_electrodes.nwb, /general/extracellular_ephys/electrodes",
        "links_broken_ephys.nwb, /general/extracellular_ephys"
    })
    void positionsBehindALinkThatLeadsNowhereAreMissed(String name, String link) throws IOException {
        RecordingFile whole = RecordingFiles.open(file("electrodes.nwb"));
        assertThat(whole.neurons()).extracting(KnownNeuron::x).containsExactly(0.5, 1.5);
        assertThat(whole.notes()).isEmpty();

        RecordingFile file = RecordingFiles.open(file(name));
        assertThat(file.neurons()).allMatch(neuron -> neuron.x() == null);
        assertThat(file.notes())
                .singleElement()
                .asString()
                .startsWith("warning: there are links that lead nowhere")
                .contains(link)
                .contains("absent.nwb");
    }

    @Test
    void aSecondLinkToTheUnitsIsNoOtherTable() throws IOException {
        RecordingFile file = RecordingFiles.open(file("units_alias.nwb"));
        assertThat(WholeRecording.of(file).timesMicros()).containsExactly(TIMES);
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void rowsOfParquetWithoutANumberAreLeftOutAndNamed() throws IOException {
        RecordingFile file = RecordingFiles.open(file("polars_nan.parquet"));
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(TIMES);
        assertThat(spikes.neurons()).containsExactly(7, 3, 3, 7, 3, 7);
        assertThat(file.notes()).contains("2 of 8 rows have no neuron or no time, and are left out: rows 7, 8");
    }

    @Test
    void aStructureThatContainsItselfIsReadWhereItDoesNot() throws IOException {
        ReadOptions options = new ReadOptionsBuilder()
                .columns("neuron=rig.unit,time=rig.t")
                .unit("s")
                .build();
        Recording spikes = WholeRecording.of(RecordingFiles.open(file("circle_v73.mat"), options, new UnitNames()));
        assertThat(spikes.timesMicros()).containsExactly(TIMES);
        assertThat(spikes.neurons()).containsExactly(7, 3, 3, 7, 3, 7);
    }

    @ParameterizedTest
    @CsvSource({
        "time_ns, nanoseconds, divide them by 1000 and give --unit us",
        "spikeTimeNs, nanoseconds, divide them by 1000 and give --unit us",
        "time_min, minutes, multiply them by 60 and give --unit s",
        "t [minutes], minutes, multiply them by 60 and give --unit s",
        "time (h), hours, multiply them by 3600 and give --unit s",
        "timestamps_days, days, multiply them by 86400 and give --unit s"
    })
    void unitsThatAreNotReadAreNamed(String column, String unit, String conversion, @TempDir Path folder)
            throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "unit," + column + "\n3,1500\n7,2500\n");
        Path json = Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"unit\":3,\"" + column + "\":1500}\n{\"unit\":7,\"" + column + "\":2500}");
        for (Path each : new Path[] {csv, json}) {
            assertThatThrownBy(() -> RecordingFiles.open(each))
                    .isInstanceOf(UnreadableRecordingException.class)
                    .hasMessageContaining(column + "': the name says " + unit + ", which are not read; " + conversion);
            ReadOptions stated = new ReadOptionsBuilder().unit("ms").build();
            assertThat(RecordingFiles.open(each, stated, new UnitNames()).notes())
                    .anySatisfy(note ->
                            assertThat(note).contains("says " + unit + ", but the times are taken as milliseconds"));
        }
    }

    @Test
    void aSmallestTimeIsNoTimeWhereThereIsAnother(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "unit,time_min,time_s\n3,1,0.5\n7,1,0.25\n");
        assertThat(WholeRecording.of(RecordingFiles.open(csv)).timesMicros()).containsExactly(250_000, 500_000);
    }

    private static Path file(String name) {
        return Path.of("src", "test", "resources", "recordings", name);
    }
}
