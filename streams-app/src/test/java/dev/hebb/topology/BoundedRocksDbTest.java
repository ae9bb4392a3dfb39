package dev.hebb.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteOptions;

class BoundedRocksDbTest {
    /** RocksDB's own settings as text, twice, and the blocks of a file system that its other files begin. */
    private static final long MOST_KIB = 100;

    /** Space that is taken in advance does not show in the length of a file. */
    @Test
    void aStoreWithLittleInItTakesLittleOfADisk(@TempDir Path directory) throws Exception {
        try (RocksDbMemory memory = new RocksDbMemory(16 << 20);
                Options options = new Options().setCreateIfMissing(true);
                WriteOptions asKafkaStreams = new WriteOptions().setDisableWAL(true)) {
            // Given
            options.setTableFormatConfig(new BlockBasedTableConfig());
            new BoundedRocksDb().setConfig("synapses", options, Map.of(BoundedRocksDb.MEMORY_CONFIG, memory));

            // When
            try (RocksDB store = RocksDB.open(options, directory.toString())) {
                store.put(asKafkaStreams, new byte[] {1}, new byte[] {2});

                // Then
                assertThat(kibibytesOnDisk(directory)).isBetween(1L, MOST_KIB);
            }
        }
    }

    private static long kibibytesOnDisk(Path directory) throws Exception {
        Process du = new ProcessBuilder("du", "-sk", directory.toString()).start();
        String output = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(du.waitFor()).isZero();
        return Long.parseLong(output.split("\\s", 2)[0]);
    }
}
