package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.produce.SpikeBlock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LivePipeTest {
    private final SpikeBlock block = new SpikeBlock();

    @Test
    void givesWhatHasArrivedAndSaysWhenNothingHas() throws IOException {
        PipedInputStream in = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(in);
        try (LivePipe pipe = new LivePipe(in, "pipe")) {
            // When nothing has arrived, Then
            assertThat(pipe.read(block)).isTrue();
            assertThat(block.isEmpty()).isTrue();
            // When a line and a half have arrived
            send(out, "neuron,time_us\n7,30\n8,");
            awaitSpike(pipe);
            // Then
            assertThat(block.copyTimesMicros()).containsExactly(30);
            // When the rest arrives, out of order, and the pipe ends
            send(out, "20\nnonsense\n");
            awaitSpike(pipe);
            out.close();
            assertThat(block.copyNeurons()).containsExactly(8);
            awaitEnd(pipe);
            // Then
            assertThat(pipe.badLines()).hasValueSatisfying(note -> assertThat(note)
                    .startsWith("1 line was not a spike and was left out: line 4: "));
        }
    }

    @Test
    void failsAsItsReaderDoes() {
        try (LivePipe pipe =
                new LivePipe(new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII)), "the pipe")) {
            assertThatThrownBy(() -> awaitEnd(pipe)).hasMessageContaining("the pipe, line 1 is 'a,b'");
        }
    }

    @Test
    void readsGzipAndJsonAndSaysWhatItTook() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"unit\":3,\"time_ms\":1.5}\n".getBytes(StandardCharsets.US_ASCII));
        }
        try (LivePipe pipe = new LivePipe(new ByteArrayInputStream(packed.toByteArray()), "the pipe")) {
            awaitSpike(pipe);
            assertThat(block.copyTimesMicros()).containsExactly(1500);
            awaitEnd(pipe);
            assertThat(pipe.note()).hasValue("JSON lines, times in milliseconds");
        }
    }

    @Test
    void namesAPipeWhoseGzipIsCutOff() {
        byte[] cut = {0x1f, (byte) 0x8b, 8, 0};
        try (LivePipe pipe = new LivePipe(new ByteArrayInputStream(cut), "the pipe")) {
            assertThatThrownBy(() -> awaitEnd(pipe)).hasMessageContaining("the pipe is gzipped and ends in the middle");
        }
    }

    @Test
    void emptyPipeIsAnError() {
        try (LivePipe pipe = new LivePipe(new ByteArrayInputStream(new byte[0]), "the pipe")) {
            assertThatThrownBy(() -> awaitEnd(pipe)).hasMessageContaining("the pipe is empty");
        }
    }

    private static void send(PipedOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void awaitSpike(LivePipe pipe) throws IOException {
        do {
            assertThat(pipe.read(block)).isTrue();
        } while (block.isEmpty());
    }

    private void awaitEnd(LivePipe pipe) throws IOException {
        while (pipe.read(block)) {
            assertThat(block.isEmpty()).isTrue();
        }
    }
}
