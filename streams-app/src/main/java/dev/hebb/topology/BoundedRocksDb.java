package dev.hebb.topology;

import dev.hebb.store.StoreNames;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;

/**
 * Configuration of RocksDB in which all stores of the process share one block cache and one budget of memtables. By
 * default, every store of every partition has its own 50 MB and 48 MB. Kafka Streams makes one of these objects for
 * each store; what they share comes through the configuration.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** Name under which the configuration holds the {@link RocksDbMemory} that all stores share. */
    public static final String MEMORY_CONFIG = "hebb.rocksdb.memory";

    private static final long WRITE_BUFFER_BYTES = 8L << 20;

    /** Of the store that is written most: what is flushed in larger parts is merged less often. */
    private static final long LARGE_WRITE_BUFFER_BYTES = 32L << 20;

    private static final String WRITTEN_MOST = StoreNames.HISTOGRAMS;
    private static final int WRITE_BUFFERS = 3;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(configs.get(MEMORY_CONFIG) instanceof RocksDbMemory memory)) {
            throw new IllegalStateException("the configuration has no " + MEMORY_CONFIG);
        }
        // The existing table config: Kafka Streams reads its metrics from that very object.
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(WRITTEN_MOST.equals(storeName) ? LARGE_WRITE_BUFFER_BYTES : WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        // Space in advance is 4 MiB for the manifest of each store, of which a few hundred bytes are used.
        options.setAllowFAllocate(false);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing here belongs to one store: the owner of the shared memory closes it.
    }
}
