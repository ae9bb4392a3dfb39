package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neurons that two columns name together: unit 17 of shank 3, unit 17 of shank 4. */
class CombinedNeuronsTest {
    private final Path folder;
    private final UnitNames names = new UnitNames();

    CombinedNeuronsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "neuron=shank+unit,time=t|shank,unit,t\\n3,17,0.5\\n4,17,1\\n3.0,017,2\\n",
                "time=t,neuron=Shank+Unit|t;Unit;x;Shank\\n0,5;17;;3\\n1;17;;4\\n2;17;;3\\n",
                "1+2,3|3 17 0.5\\n4 17 1\\n3 17 2\\n",
                "1+2,3|a,b,c\\n3,17,0.5\\n4,17,1\\n3,17,2\\n",
                "neuron=shank+unit,time=t|{\"shank\":3,\"unit\":17,\"t\":0.5}\\n{\"shank\":4,\"unit\":17,\"t\":1}\\n"
                        + "{\"shank\":3,\"unit\":\"17\",\"t\":2}\\n"
            })
    void textIsNumberedByBoth(String columns, String text) throws IOException {
        RecordingFile file = open(Files.writeString(folder.resolve("a"), text.replace("\\n", "\n")), columns);
        requireTwoNeurons(file);
        assertThat(file.notes()).contains("neurons are numbered by name: 3/17 = 0, 4/17 = 1");
    }

    @Test
    void arraysAreNumberedByBoth() throws IOException {
        byte[] shanks = Npy.of("<i4", "(3,)", 3, 4, 3);
        byte[] units = Npy.of("<f8", "(3,)", 17, 17, 17);
        byte[] times = Npy.of("<f8", "(3,)", 0.5, 1, 2);
        Path archive = Npy.zip(folder.resolve("a.npz"), "shank", shanks, "unit", units, "t", times);
        requireTwoNeurons(open(archive, "neuron=shank+unit,time=t"));
        Path matrix = Files.write(folder.resolve("a.npy"), Npy.of("<f8", "(3, 3)", 3, 17, 0.5, 4, 17, 1, 3, 17, 2));
        requireTwoNeurons(open(matrix, "1+2,3"));
        requireTwoNeurons(open(matrix, "neuron=1+2,time=3"));
    }

    @Test
    void vectorsOfMatlabAreNumberedByBoth() throws IOException {
        RecordingFile file =
                open(Path.of("src/test/resources/recordings/channel_unit_v5.mat"), "neuron=channel+unit,time=time_s");
        assertThat(WholeRecording.of(file).neurons()).contains(0, 1);
        assertThat(names.all().keySet()).allMatch(name -> name.matches("\\d+/\\d+"));
    }

    @Test
    void namesKeepTheirNumbersInTheNextFile() throws IOException {
        open(Files.writeString(folder.resolve("a"), "s,u,t\n3,17,1\n4,17,2\n"), "neuron=s+u,time=t");
        RecordingFile later =
                open(Files.writeString(folder.resolve("b"), "s,u,t\n4,17,1\n5,1,2\n"), "neuron=s+u,time=t");
        assertThat(WholeRecording.of(later).neurons()).containsExactly(1, 2);
    }

    @Test
    void noTwoNeuronsHaveOneName() throws IOException {
        RecordingFile file = open(
                Files.writeString(folder.resolve("a"), "s,u,t\na,b/c,1\na/b,c,2\n\\,/x,3\n\\/,x,4\n"),
                "neuron=s+u,time=t");
        assertThat(WholeRecording.of(file).neurons()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aColumnOfTheWholeNameIsOneColumn() throws IOException {
        RecordingFile file =
                open(Files.writeString(folder.resolve("a"), "s,s+u,t\n1,7,1\n2,7,2\n"), "neuron=s+u,time=t");
        assertThat(WholeRecording.of(file).neurons()).containsExactly(7, 7);
        assertThat(names.all()).isEqualTo(Map.of());
    }

    @Test
    void aPartThatIsMissingIsNoNeuron() throws IOException {
        RecordingFile file = open(
                Files.writeString(folder.resolve("a"), "s,u,t\n1,7,1\n,7,2\n1,nan,3\n1,8,x\n"), "neuron=s+u,time=t");
        assertThat(file.extent().spikes()).isEqualTo(1);
        assertThat(file.notes()).anyMatch(note -> note.contains("line 3: neuron [, 7] has an empty part"));
        assertThat(names.all()).as("only what has a spike is numbered").isEqualTo(Map.of("1/7", 0));
        assertThatThrownBy(() -> open(folder.resolve("a"), "neuron=s+x,time=t"))
                .hasMessageContaining("does not have the columns s+x and t");
    }

    @Test
    void twoUnitsOfOneNumberAreAskedAboutWithThisOption() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "shank,unit,time_s\n3,17,0.5\n4,17,1\n");
        assertThatThrownBy(() -> RecordingFiles.open(file))
                .hasMessageContaining("as in --columns neuron=shank+UNIT,time=TIME");
    }

    @Test
    void aChoiceOfOneColumnTwiceIsNone() {
        for (String columns : new String[] {"1+1,2", "1+2,2", "0+1,2", "neuron=1+,time=2"}) {
            assertThatThrownBy(() -> open(Files.writeString(folder.resolve("a"), "1,2,3\n"), columns))
                    .as(columns)
                    .isInstanceOfAny(IllegalArgumentException.class, UnreadableRecordingException.class);
        }
    }

    private void requireTwoNeurons(RecordingFile file) throws IOException {
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(500_000, 1_000_000, 2_000_000);
        assertThat(spikes.neurons()).containsExactly(0, 1, 0);
        assertThat(names.all()).isEqualTo(Map.of("3/17", 0, "4/17", 1));
    }

    private RecordingFile open(Path file, String columns) throws IOException {
        ReadOptions options =
                new ReadOptionsBuilder().columns(columns).unit("s").build();
        return RecordingFiles.open(file, options, names);
    }
}
