package dev.hebb.cli.snapshot;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writer of a snapshot: a gzip file of big-endian numbers, and texts as {@link DataOutputStream} writes them.
 *
 * <pre>
 *  "hebb-snapshot", version (int), application id, partitions of spikes (int), then items, each with a byte before it:
 *  1 topic   name, partitions (int)
 *  2 schema  id (int), length (int), UTF-8
 *  3 record  partition (int), length of the key (int), key, length of the value (int; -1: none), value
 *  0 end
 * </pre>
 */
final class SnapshotWriter implements SnapshotReceiver, AutoCloseable {
    static final String MAGIC = "hebb-snapshot";
    static final int VERSION = 1;
    static final int END = 0;
    static final int TOPIC = 1;
    static final int SCHEMA = 2;
    static final int RECORD = 3;
    static final int NO_VALUE = -1;

    private final DataOutputStream out;
    private long records;

    SnapshotWriter(OutputStream out) throws IOException {
        this.out = new DataOutputStream(new GZIPOutputStream(out, 1 << 16));
    }

    @Override
    public void begin(String applicationId, int partitions) throws IOException {
        out.writeUTF(MAGIC);
        out.writeInt(VERSION);
        out.writeUTF(applicationId);
        out.writeInt(partitions);
    }

    @Override
    public void topic(String name, int partitions) throws IOException {
        out.writeByte(TOPIC);
        out.writeUTF(name);
        out.writeInt(partitions);
    }

    @Override
    public void schema(int id, String text) throws IOException {
        out.writeByte(SCHEMA);
        out.writeInt(id);
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void record(int partition, byte[] key, byte @Nullable [] value) throws IOException {
        out.writeByte(RECORD);
        out.writeInt(partition);
        write(key);
        if (value == null) {
            out.writeInt(NO_VALUE);
        } else {
            write(value);
        }
        records++;
    }

    /** Returns the number of records so far. */
    long records() {
        return records;
    }

    /** Marks the snapshot as complete. */
    void end() throws IOException {
        out.writeByte(END);
    }

    private void write(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
