package dev.hebb.topology;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** The native memory that all stores of a process share. Close it after the streams application. */
public final class RocksDbMemory implements AutoCloseable {
    private static final double HIGH_PRIORITY_SHARE = 0.1;
    /** Memtables are charged to the cache, and may take half of it. */
    private static final int MEMTABLE_DIVISOR = 2;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /** @param bytes of blocks and memtables together */
    public RocksDbMemory(long bytes) {
        RocksDB.loadLibrary();
        this.cache = new LRUCache(bytes, -1, false, HIGH_PRIORITY_SHARE);
        this.writeBuffers = new WriteBufferManager(bytes / MEMTABLE_DIVISOR, cache);
    }

    Cache cache() {
        return cache;
    }

    WriteBufferManager writeBuffers() {
        return writeBuffers;
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
