package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text as R, Excel, pandas and others write it: read right, or refused with its line. */
class OtherProgramsTextTest {
    private final Path folder;
    private final UnitNames names = new UnitNames();

    OtherProgramsTextTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit\ttime_s\n\"1\"\t3\t0.25\n\"2\"\t5\t1.5\n",
                "unit;time_s\n\"1\";3;0,25\n\"2\";5;1,5\n",
                "unit time_s\n1 3 0.25\n2 5 1.5\n",
                "\"unit\",\"time_s\"\n\"1\",3,0.25\n\"2\",5,1.5\n",
                "unit|time_s\n3|0.25\n5|1.5\n",
                "unit,time\u00a0(s)\n3,0.25\n5,1.5\n",
                "sender\ttime_s\n3\t0.25\t\n5\t1.5\t\n"
            })
    void readsNamesOfRowsBarsAndBlanksOfAnyKind(String text) throws IOException {
        Recording spikes = WholeRecording.of(RecordingFiles.open(write(text)));
        assertThat(spikes.neurons()).containsExactly(3, 5);
        assertThat(spikes.timesMicros()).containsExactly(250_000, 1_500_000);
    }

    /** Three fields below two names: which one has no name is not known. */
    @ParameterizedTest
    @ValueSource(strings = {"unit\ttime_us\n1\t5\t7\n", "unit;time_us\n1;5;7\n", "unit,time_us\n1,5,7\n"})
    void aColumnWithoutANameIsNoNameOfARow(String text) {
        assertThatThrownBy(() -> RecordingFiles.open(write(text)))
                .hasMessageContaining("line 2: it has more columns than the first line")
                .hasMessageContaining("col.names = NA");
    }

    @Test
    void aDecimalCommaIsNoNameOfARow() throws IOException {
        RecordingFile file = RecordingFiles.open(write("neuron,time_s\n2,1\n3,0,25\n"));
        assertThat(WholeRecording.of(file).neurons()).containsExactly(2);
    }

    @Test
    void namesInLatin1StayDifferent() throws IOException {
        RecordingFile file =
                open("zelle,time_s\nMäuse,1\nMöuse,2\n", StandardCharsets.ISO_8859_1, "neuron=zelle,time=time_s");
        assertThat(WholeRecording.of(file).neurons()).containsExactly(0, 1);
        assertThat(names.all()).isEqualTo(Map.of("Mäuse", 0, "Möuse", 1));
    }

    @Test
    void onlyNamesOfSpikesAreNumbered() throws IOException {
        open("who,time_s\ntotal,none\na,1\n", StandardCharsets.UTF_8, "neuron=who,time=time_s");
        assertThat(names.all()).isEqualTo(Map.of("a", 0));
    }

    @Test
    void aColumnThatIsThereTwiceIsChosenByNumber() throws IOException {
        String text = "unit,t,t\n3,0.5,9\n";
        assertThatThrownBy(() -> open(text, StandardCharsets.UTF_8, "neuron=unit,time=t"))
                .hasMessageContaining("2 columns have the name 't'; choose by number from 1");
        RecordingFile file = open(text, StandardCharsets.UTF_8, "1,3");
        assertThat(WholeRecording.of(file).timesMicros()).containsExactly(9_000_000);
    }

    @Test
    void joinedFilesOfOtherColumnsAreRefused() throws IOException {
        assertThatThrownBy(() -> RecordingFiles.open(write("unit,time_s\n3,5\ntime_s,unit\n1,7\n")))
                .hasMessageContaining("spikes, line 3 is a header of other columns than the first line");
        assertThatThrownBy(() -> RecordingFiles.open(write("unit,time_s\n3,5\nunit,time_ms\n1,7\n")))
                .hasMessageContaining("line 3 is a header of other columns");
        RecordingFile same = RecordingFiles.open(write("unit,time_s\n3,5.5\nunit,time_s\n1,7\n"));
        assertThat(WholeRecording.of(same).neurons()).containsExactly(3, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit;time_us\\n3;500.000\\n7;1.250.000\\n|line 3: time '1.250.000'",
                "unit;time_ms\\n3;1,500\\n7;1,250,000\\n|line 3: time '1,250,000'",
                "unit;time_ms\\n3;1.250.000,5\\n|line 2: time '1.250.000,5'"
            })
    void aMarkThatStandsTwiceSeparatesThousands(String text, String where) {
        assertThatThrownBy(() -> RecordingFiles.open(write(text.replace("\\n", "\n"))))
                .hasMessageContaining(where)
                .hasMessageContaining("its marks separate thousands")
                .hasMessageContaining("thousands='.'");
    }

    @Test
    void clockTimesAreNamed() {
        assertThatThrownBy(() -> RecordingFiles.open(write("unit,time_s\n3,00:00:01.250\n")))
                .hasMessageContaining("time '00:00:01.250' is not a number, but a clock time; write seconds");
    }

    @Test
    void aLineOfJsonWithoutATimeIsNoSpike() throws IOException {
        RecordingFile file = RecordingFiles.open(write("{\"unit\":3,\"time_s\":NaN}\n{\"unit\":5,\"time_s\":1.5}\n"));
        assertThat(WholeRecording.of(file).neurons()).containsExactly(5);
        assertThat(file.notes()).anyMatch(note -> note.contains("line 1: time_s 'NaN' is not a number"));
    }

    private RecordingFile open(String text, Charset charset, @Nullable String columns) throws IOException {
        ReadOptions options =
                new ReadOptionsBuilder().columns(columns).unit("s").build();
        Path file = Files.write(folder.resolve("spikes"), text.getBytes(charset));
        return RecordingFiles.open(file, options, names);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("spikes"), text);
    }
}
