package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of which a part is lost or was damaged are refused, and none of their spikes is passed over. */
class DamagedFilesTest {
    private static final String HEADER = "neuron,time_us\n";

    private final Path folder;

    DamagedFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void allPartsOfAGzippedFileAreReadAndZerosBehindThemAreFilling() throws IOException {
        byte[] parts = joined(gzipped(HEADER + "3,1000\n"), gzipped("4,2000\n"), new byte[700]);
        Path file = Files.write(folder.resolve("a.csv.gz"), parts);
        assertThat(WholeRecording.of(RecordingFiles.open(file)).timesMicros()).containsExactly(1000, 2000);
    }

    @Test
    void refusesAGzippedFileOfWhichALaterPartIsDamaged() throws IOException {
        byte[] second = gzipped("4,2000\n");
        second[0] ^= 1;
        Path file = Files.write(folder.resolve("a.csv.gz"), joined(gzipped(HEADER + "3,1000\n"), second));
        assertThatThrownBy(() -> WholeRecording.of(RecordingFiles.open(file)))
                .hasMessageContaining("a.csv.gz is gzipped, and behind the end of its content is something else");
    }

    @Test
    void saysWhereTextHasAZeroByte() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), HEADER + "3,1000\n4,20\0\0\n");
        assertThatThrownBy(() -> WholeRecording.of(RecordingFiles.open(file)))
                .hasMessageContaining("a zero byte in line 3, at byte 27");
    }

    @Test
    void namesWhatASymbolicLinkLeadsTo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("absent.csv"));
        assertThatThrownBy(() -> RecordingFiles.open(link))
                .hasMessageContaining("is a symbolic link to")
                .hasMessageContaining("absent.csv, which is not there");
    }

    @Test
    void namesASymbolicLinkThatLeadsToItself() throws IOException {
        Path circle = Files.createSymbolicLink(folder.resolve("circle.csv"), Path.of("circle.csv"));
        assertThatThrownBy(() -> RecordingFiles.open(circle)).hasMessageContaining("is a symbolic link to circle.csv");
    }

    @Test
    void aUserBlockOfHdf5ThatLooksLikeTextIsNotTakenForTheRecording() throws IOException {
        byte[] content = Files.readAllBytes(Path.of("src/test/resources/recordings/user_block_8192.nwb"));
        byte[] text = (HEADER + "1,5\n".repeat(3000)).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, content, 0, 8192);
        Path file = Files.write(folder.resolve("a.nwb"), content);
        assertThat(RecordingFiles.open(file).format()).startsWith("NWB");
    }

    @Test
    void saysHowToConvertGzippedTextOfAWideEncoding() throws IOException {
        Path file = Files.write(folder.resolve("a.csv.gz"), gzipped(HEADER + "3,1000\n", StandardCharsets.UTF_16));
        assertThatThrownBy(() -> RecordingFiles.open(file))
                .hasMessageContaining("is gzipped UTF-16 text; convert it with: gzip -cd a.csv.gz | iconv -f UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {".zgroup", ".zarray", ".zmetadata", ".zattrs", "zarr.json"})
    void recognizesZarrByAnyOfItsFiles(String name) throws IOException {
        Files.writeString(folder.resolve(name), "{}");
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("this is a Zarr folder");
    }

    @Test
    void saysWhatIsInAFolder() throws IOException {
        Files.writeString(folder.resolve("spikes.csv"), HEADER);
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("it has [spikes.csv]");
    }

    @ParameterizedTest
    @CsvSource({
        "5d 00 00 80 00 ff ff ff ff ff ff ff ff 00, is packed with lzma",
        "1f 9d 90 61 c4 8d 19 33, is packed with compress",
        "ff ff ff ff 98 00 00 00 10 00 00 00 00 00 0a 00, is a stream of Arrow (IPC)"
    })
    void namesFormsThatItDoesNotRead(String bytes, String message) throws IOException {
        String[] each = bytes.split(" ");
        byte[] content = new byte[each.length];
        for (int k = 0; k < each.length; k++) {
            content[k] = (byte) Integer.parseInt(each[k], 16);
        }
        Path file = Files.write(folder.resolve("a.csv"), content);
        assertThatThrownBy(() -> RecordingFiles.open(file)).hasMessageContaining(message);
    }

    private static byte[] gzipped(String text) throws IOException {
        return gzipped(text, StandardCharsets.UTF_8);
    }

    private static byte[] gzipped(String text, Charset encoding) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(encoding));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
