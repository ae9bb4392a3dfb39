package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields in quotes that go over several lines (RFC 4180) are one field, or the file is refused by line. */
class QuotedLinesTest {
    private final Path folder;

    QuotedLinesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aCommentOverSeveralLinesIsOneField(String end) throws IOException {
        String text = "neuron,time_us,comment\n1,5,\"a first line\n2,6,a second\n\"\n3,7,\"x\"\n4,8,\n";
        RecordingFile file = RecordingFiles.open(write(text.replace("\n", end)));
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.neurons()).containsExactly(1, 3, 4);
        assertThat(spikes.timesMicros()).containsExactly(5, 7, 8);
        assertThat(file.notes())
                .containsExactly(
                        "fields in quotes that go over several lines: 1, the first in lines 2 to 4; each is one"
                                + " field, as in RFC 4180");
    }

    @Test
    void aHeaderOverTwoLinesIsRead() throws IOException {
        RecordingFile file = RecordingFiles.open(write("unit,\"time\r\n(s)\"\r\n3,0.25\r\n5,1.5\r\n"));
        assertThat(WholeRecording.of(file).timesMicros()).containsExactly(250_000, 1_500_000);
    }

    @Test
    void linesAreCountedAsTheEditorCountsThem() throws IOException {
        RecordingFile file = RecordingFiles.open(write("comment,neuron,time_us\n\"a\nb\nc\",1,5\nx,y,6\n"));
        assertThat(file.notes()).anyMatch(note -> note.contains("line 5: neuron 'y'"));
    }

    @Test
    void aQuoteThatIsNotClosedIsRefusedByLine() throws IOException {
        String lines = "neuron,time_us,size\n1,5,\"\n2,6,3\n3,7,4\n";
        assertThatThrownBy(() -> RecordingFiles.open(write(lines)))
                .hasMessageContaining("spikes, line 2: a field begins with a quote, and no line closes it");
        assertThatThrownBy(() -> RecordingFiles.open(write(lines + "4,8,5\n".repeat(200) + "5,9,\"\n")))
                .hasMessageContaining("line 2: a field begins with a quote, and none of the next 100 lines closes it");
        assertThatThrownBy(() -> RecordingFiles.open(write(lines + "4,8,\"a\"\n")))
                .hasMessageContaining(
                        "line 2: a field begins with a quote, and a later line has a quote that is followed");
    }

    @Test
    void aQuoteWithinAFieldIsText() throws IOException {
        RecordingFile file = RecordingFiles.open(write("neuron,time_us,size\n1,5,3\"\n2,6,it's 4\"\n"));
        assertThat(WholeRecording.of(file).neurons()).containsExactly(1, 2);
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void aPipeJoinsLinesToo() throws IOException {
        byte[] lines = "neuron,time_us,c\n1,5,\"a\n2,6,b\"\n3,7,c\n".getBytes(StandardCharsets.UTF_8);
        try (LivePipe pipe = new LivePipe(new ByteArrayInputStream(lines), "standard input")) {
            assertThat(WholeRecording.of(pipe).neurons()).containsExactly(1, 3);
        }
    }

    /** Commons CSV is the other reader. */
    @Test
    void readsWhatAnotherReaderOfRfc4180Reads() throws IOException {
        Random random = new Random(4);
        String[] pieces = {"a", "\n", "\r\n", "\"", ",", " ", "7", "#", "x"};
        for (int run = 0; run < 200; run++) {
            StringBuilder text = new StringBuilder();
            CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180);
            out.printRecord("note", "neuron", "time_us", "more");
            for (int row = 0; row < 5; row++) {
                out.printRecord("n" + word(random, pieces), row, row * 10, word(random, pieces));
            }
            List<Integer> neurons = new ArrayList<>();
            for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(text.toString()))) {
                if (row.getRecordNumber() > 1) {
                    neurons.add(Integer.parseInt(row.get(1)));
                }
            }
            RecordingFile file = RecordingFiles.open(write(text.toString()));
            assertThat(WholeRecording.of(file).neurons())
                    .as(text.toString())
                    .containsExactly(
                            neurons.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private static String word(Random random, String[] pieces) {
        StringBuilder word = new StringBuilder();
        for (int k = random.nextInt(6); k > 0; k--) {
            word.append(pieces[random.nextInt(pieces.length)]);
        }
        return word.toString();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("spikes"), text);
    }
}
