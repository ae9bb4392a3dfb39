package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

class StateDiskTest {
    @Test
    void saysWhereSpaceIsShortAndWhatToDo(@TempDir Path directory) {
        // Given
        StateDisk disk = new StateDisk(directory);

        // Then
        assertThat(disk.shortage(StateDisk.LEAST_BYTES)).isEmpty();
        assertThat(disk.shortage(1 << 20))
                .hasValue("the disk of the state directory " + directory + " is full: 1.0 MiB are left, 32 are needed."
                        + " Free space, or set hebb.streams.state-dir (--state-dir), then start the app again");
        assertThat(new StateDisk(directory.resolve("none")).shortage()).isNotEmpty();
    }

    @Test
    void aThreadThatDiesOfAFullDiskIsNotReplaced() {
        // Given
        ThreadReplacement threads = new ThreadReplacement();

        // Then
        assertThat(threads.handle(new IllegalStateException("a broker is away")))
                .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(threads.fault()).isEmpty();
        assertThat(threads.handle(new ProcessorStateException(
                        "Error while executing flush from store synapses",
                        new RocksDBException("While appending to file: 000012.sst: No space left on device"))))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(threads.fault()).hasValueSatisfying(why -> assertThat(why).contains("--state-dir"));
    }

    /** The words are the operating system's: this device is always full. */
    @Test
    void knowsTheWordsOfTheOperatingSystem() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        try (OutputStream out = Files.newOutputStream(full)) {
            out.write(1);
            assertThat(full).doesNotExist();
        } catch (IOException e) {
            assertThat(StateDisk.isFull(new IllegalStateException("wrapped", e)))
                    .isTrue();
        }
    }
}
