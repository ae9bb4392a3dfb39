package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private final Path folder;

    CsvTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neuron,time_us\n3,-10\n5,20\n",
                "time_us,neuron\n-10,3\n20,5\n",
                "neuron,t_us\n3,-10\n5,20",
                "area,Neuron,depth, time_us \nV1,3,1.5,-10\nV1,5,,20\n",
                "neuron;time_us\r\n3;-10\r\n\r\n5;20\r\n",
                "\uFEFFneuron\ttime_us\n3\t-10\n5\t20\n",
                "\"neuron\",\"time_us\"\n\"3\",\"-10\"\n\"5\", 20 \n"
            })
    void findsItsColumns(String text) throws IOException {
        // When
        RecordingFile file = RecordingFiles.open(write("spikes", text));
        Recording spikes = WholeRecording.of(file);
        // Then
        assertThat(file.format()).isEqualTo("CSV");
        assertThat(file.notes()).isEmpty();
        assertThat(spikes.neurons()).containsExactly(3, 5);
        assertThat(spikes.timesMicros()).containsExactly(-10, 20);
    }

    @Test
    void readsGzipWhateverItsName() throws IOException {
        // Given
        Path file = folder.resolve("spikes.txt");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("neuron,time_us\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        // When
        RecordingFile recording = RecordingFiles.open(file);
        // Then
        assertThat(recording.format()).isEqualTo("gzipped CSV");
        assertThat(WholeRecording.of(recording).timesMicros()).containsExactly(2);
    }

    @Test
    void sortsWhatIsOutOfOrder() throws IOException {
        // When
        Recording spikes = WholeRecording.of(write("spikes.csv", "neuron,time_us\n1,30\n2,10\n3,20\n"));
        // Then
        assertThat(spikes.neurons()).containsExactly(2, 3, 1);
        assertThat(spikes.timesMicros()).containsExactly(10, 20, 30);
    }

    @Test
    void countsAndNamesBadLines() throws IOException {
        // Given
        String text = "neuron,time_us\n1,5\n-1,6\nx,7\n2\n3,1.5\n8.5,8\n4,9007199254740993\n5,\n6,10\n";
        // When
        RecordingFile file = RecordingFiles.open(write("spikes.csv", text));
        // Then
        assertThat(WholeRecording.of(file).neurons()).containsExactly(1, 6);
        assertThat(file.notes())
                .singleElement()
                .asString()
                .isEqualTo("7 lines were not spikes and were left out: "
                        + "line 3: neuron '-1' is not a whole number from 0 to 2147483647; "
                        + "line 4: neuron 'x' is not a whole number from 0 to 2147483647; "
                        + "line 5: it has too few columns: '2'; "
                        + "line 6: time '1.5' is not a whole number of microseconds within 2^53; "
                        + "line 7: neuron '8.5' is not a whole number from 0 to 2147483647; and 2 more");
    }

    @Test
    void knowsWhatItCovers() throws IOException {
        // When
        RecordingFile.Extent extent = RecordingFiles.open(write("spikes.csv", "neuron,time_us\n1,500\n1,100\n1,900\n"))
                .extent();
        // Then
        assertThat(extent).isEqualTo(new RecordingFile.Extent(3, 100, 900, 0, 901));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> RecordingFiles.open(folder.resolve("nothing")))
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> RecordingFiles.open(write("a", "place,moment\n1,2\n")))
                .hasMessageContaining("the first line must be a header with the columns neuron and time_us")
                .hasMessageContaining("line 1 is 'place,moment'");
        assertThatThrownBy(() -> RecordingFiles.open(write("b", ""))).hasMessageContaining("b is empty");
        assertThatThrownBy(() -> RecordingFiles.open(write("c", "neuron,time_us\n")))
                .hasMessageContaining("there are no spikes");
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("is a folder without spike_times.npy");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
