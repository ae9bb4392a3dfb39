package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in which neuron or time do not mean what their columns seem to say: asked about, not merged. */
class AmbiguousColumnsTest {
    private final Path folder;

    AmbiguousColumnsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel,unit,time_s\n1,1,0.5\n9,1,0.75\n1,1,0.9\n",
                "unit,time_s,Electrode\n1,0.5,A\n1,0.75,B\n",
                "probe\tcluster_id\ttime_s\nA\t1\t0.5\nB\t1\t0.75\n",
                "{\"unit\":1,\"time_s\":0.5,\"channel\":1}\n{\"unit\":1,\"time_s\":0.75,\"channel\":9}\n"
            })
    void oneNumberOnTwoChannelsIsAskedAbout(String text) throws IOException {
        Path file = write(text);
        assertThatThrownBy(() -> RecordingFiles.open(file))
                .hasMessageContaining("spikes.csv, line ")
                .hasMessageContaining(
                        "so that one number may be two neurons; name both columns, as in --columns neuron=");
        String neuron = text.contains("cluster_id") ? "cluster_id" : "unit";
        RecordingFile told = open(file, columns(neuron, "time_s"));
        assertThat(told.notes()).anyMatch(note -> note.startsWith("warning: line "));
        assertThat(WholeRecording.of(told).timesMicros()).startsWith(500_000, 750_000);
    }

    @Test
    void aChannelForEachNeuronIsNoDoubt() throws IOException {
        Path file = write("channel,unit,time_s\n1,1,0.5\n9,2,0.75\n1,1,0.9\n");
        assertThat(WholeRecording.of(file).neurons()).containsExactly(1, 2, 1);
    }

    @Test
    void timesOfTrialsThatOverlapAreAskedAbout() throws IOException {
        Path relative = write("trial,unit,time_s\n1,1,0.5\n1,2,2.5\n2,1,0.4\n2,2,2.25\n");
        assertThatThrownBy(() -> RecordingFiles.open(relative))
                .hasMessageContaining("spikes.csv, the times of trial 2 and 1 overlap")
                .hasMessageContaining("add the beginning of each to its times");
        assertThat(open(relative, columns("unit", "time_s")).notes())
                .anyMatch(note -> note.startsWith("warning: the times of trial 2 and 1 overlap"));
        Path absolute = write("trial,unit,time_s\n1,1,0.5\n2,1,4\n1,2,2.5\n2,2,5\n");
        assertThat(WholeRecording.of(absolute).neurons()).containsExactly(1, 2, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "channel_unit.npz, has the channels 9 here",
        "channel_unit_v5.mat, has the channel 9 here",
        "trials.npz, the times of trials 1 and 2 overlap",
        "counted.npz, each of the 30 spikes has another neuron in 'ids'"
    })
    void arraysBesideNeuronAndTimeAreLookedAt(String name, String message) {
        assertThatThrownBy(() -> RecordingFiles.open(file(name)))
                .hasMessageContaining(name)
                .hasMessageContaining(message);
    }

    @Test
    void aColumnThatCountsTheSpikesIsNoNeuron() throws IOException {
        String rows = IntStream.range(0, 30).mapToObj(k -> k + "," + k / 7.0).collect(Collectors.joining("\n"));
        Path file = write("id,time_s\n" + rows);
        assertThatThrownBy(() -> RecordingFiles.open(file))
                .hasMessageContaining("each of the 30 spikes has another neuron");
        assertThat(open(file, columns("id", "time_s")).extent().spikes()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "None", "null", "NA", "<NA>"})
    void aMissingNameIsNoNeuron(String missing) throws IOException {
        RecordingFile words = RecordingFiles.open(write("unit,time_s\na,1\n" + missing + ",2\nb,3\n"));
        assertThat(WholeRecording.of(words).timesMicros()).containsExactly(1_000_000, 3_000_000);
        assertThat(words.notes()).anyMatch(note -> note.contains("line 3: neuron '" + missing + "' is not the name"));
    }

    @Test
    void onlyNumbersAndWordsOfJsonAreNeurons() throws IOException {
        RecordingFile words = RecordingFiles.open(write("{\"unit\":\"a\",\"time_s\":1}\n{\"unit\":null,\"time_s\":2}\n"
                + "{\"unit\":true,\"time_s\":3}\n{\"unit\":[1],\"time_s\":4}\n{\"unit\":\"b\",\"time_s\":\"5\"}\n"));
        assertThat(WholeRecording.of(words).timesMicros()).containsExactly(1_000_000, 5_000_000);
    }

    @Test
    void textIsJudgedAsOtherFormsAre() throws IOException {
        String samples = IntStream.range(1, 40).mapToObj(k -> "3," + k * 997).collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> RecordingFiles.open(write("unit,time_s\n" + samples)))
                .hasMessageContaining("all times are whole seconds; are they samples?");
        assertThatThrownBy(() -> RecordingFiles.open(write("unit,time_s\n1,0.5\n1,6000000.5\n")))
                .hasMessageContaining("the times cover 69 days");
        String millis = IntStream.range(1, 1000)
                .mapToObj(k -> "3," + k * 7 + "." + k % 10)
                .collect(Collectors.joining("\n"));
        assertThat(RecordingFiles.open(write("unit,time_s\n" + millis)).notes())
                .anyMatch(note -> note.contains("hardly any neuron has two spikes within half a second"));
    }

    @Test
    void aVoltageIsNoSpike() throws IOException {
        Path file = write("sender\ttime_ms\tV_m\n1\t1.0\t-70.0\n1\t2.0\t-70.0\n");
        assertThatThrownBy(() -> RecordingFiles.open(file))
                .hasMessageContaining("V_m")
                .hasMessageContaining("no spikes");
    }

    @Test
    void aTextThatIsHardlyUnderstoodIsRefused() throws IOException {
        String thousands =
                IntStream.range(0, 30).mapToObj(k -> "1;1." + (100 + k) + ",5").collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> RecordingFiles.open(write("unit;time_ms\n1;1,5\n" + thousands)))
                .hasMessageContaining("most lines are not spikes; 30 lines were not spikes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"unit\" \"time_s\"\n\"1\" 4 0.5\n\"2\" 5 1.5\n",
                "   unit  time_s\n0     4     0.5\n1     5     1.5\n",
                "sep=;\nunit;time_s\n4;0,5\n5;1,5\n",
                "sep=\nunit;time_s\n4;0,5\n5;1,5\n"
            })
    void readsTablesOfRPandasAndExcel(String text) throws IOException {
        Recording spikes = WholeRecording.of(write(text));
        assertThat(spikes.timesMicros()).containsExactly(500_000, 1_500_000);
        assertThat(spikes.neurons()).containsExactly(4, 5);
    }

    @Test
    void aDecimalCommaBetweenCommasIsNoRowName() throws IOException {
        assertThatThrownBy(() -> RecordingFiles.open(write("unit,time_ms\n3,0,5\n4,1,5\n")))
                .hasMessageContaining("it has more columns than the first line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nest_events.npz", "pynapple.npz", "aligned.npy"})
    void readsWhatProgramsCallOtherwise(String name) throws IOException {
        Recording spikes = WholeRecording.of(file(name));
        assertThat(spikes.timesMicros()).containsExactly(100_000, 500_000, 1_250_000, 1_250_001, 2_000_000, 3_000_000);
        assertThat(spikes.neurons()).containsExactly(7, 3, 3, 7, 3, 7);
    }

    @Test
    void warnsOfTrainsOfSinglePrecision() throws IOException {
        assertThat(RecordingFiles.open(file("single_v5.mat")).notes())
                .anyMatch(note -> note.startsWith("warning: the times were saved with 32 bits"));
    }

    @Test
    void namesWhatIsWrongWithAFile() throws IOException {
        byte[] whole = Files.readAllBytes(file("channel_unit_v5.mat"));
        Path cut = Files.write(folder.resolve("cut.mat"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> RecordingFiles.open(cut))
                .hasMessageContaining("cut.mat")
                .hasMessageNotContaining("Exception");
        assertThatThrownBy(() -> RecordingFiles.open(file("negative_end.nwb")))
                .hasMessageContaining("spike_times_index: train 0 ends at -1");
        assertThatThrownBy(() -> RecordingFiles.open(file("units_elsewhere.nwb")))
                .hasMessageContaining("has spikes in [/processing/ecephys/sorted]")
                .hasMessageContaining("h5copy");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("spikes.csv"), text);
    }

    private static ReadOptions columns(String neuron, String time) {
        return new ReadOptionsBuilder().columns(new ColumnChoice(neuron, time)).build();
    }

    private static RecordingFile open(Path file, ReadOptions options) throws IOException {
        return RecordingFiles.open(file, options, new UnitNames());
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/recordings", name);
    }
}
