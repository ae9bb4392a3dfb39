package dev.hebb.cli.snapshot;

import dev.hebb.cli.support.CliException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reader of a snapshot that {@link SnapshotWriter} wrote. */
final class SnapshotReader {
    /** Limit on the length of a record, above that of Kafka. */
    private static final int MOST_BYTES = 64 << 20;

    private final Path file;

    SnapshotReader(Path file) {
        this.file = file;
    }

    /** Checks that the file is complete, so that nothing of half a snapshot is given. */
    void check() throws InterruptedException {
        read(new Ignored());
    }

    /** Gives the content to a receiver. */
    void read(SnapshotReceiver receiver) throws InterruptedException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream in = new DataInputStream(new GZIPInputStream(bytes, 1 << 16))) {
            begin(in, receiver);
            for (int item = in.readByte(); item != SnapshotWriter.END; item = in.readByte()) {
                give(item, in, receiver);
            }
        } catch (EOFException e) {
            throw new CliException(file + " ends too early: it is not a complete snapshot; make it again", e);
        } catch (NoSuchFileException e) {
            throw new CliException("there is no file " + file, e);
        } catch (IOException e) {
            throw new CliException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void begin(DataInputStream in, SnapshotReceiver receiver) throws IOException, InterruptedException {
        if (!in.readUTF().equals(SnapshotWriter.MAGIC)) {
            throw new IOException("it is not a snapshot of 'hebb snapshot'");
        }
        int version = in.readInt();
        if (version != SnapshotWriter.VERSION) {
            throw new IOException("it has version " + version + ", this build reads " + SnapshotWriter.VERSION
                    + "; use the build that wrote it, or a newer one");
        }
        receiver.begin(in.readUTF(), in.readInt());
    }

    private static void give(int item, DataInputStream in, SnapshotReceiver receiver)
            throws IOException, InterruptedException {
        switch (item) {
            case SnapshotWriter.TOPIC -> receiver.topic(in.readUTF(), in.readInt());
            case SnapshotWriter.SCHEMA ->
                receiver.schema(in.readInt(), new String(bytes(in, in.readInt()), StandardCharsets.UTF_8));
            case SnapshotWriter.RECORD -> {
                int partition = in.readInt();
                byte[] key = bytes(in, in.readInt());
                int length = in.readInt();
                receiver.record(partition, key, length == SnapshotWriter.NO_VALUE ? null : bytes(in, length));
            }
            default -> throw new IOException("it has an item of kind " + item + ", which there is not");
        }
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("it has a length of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Receiver that drops everything. */
    private static final class Ignored implements SnapshotReceiver {
        @Override
        public void begin(String applicationId, int partitions) {}

        @Override
        public void topic(String name, int partitions) {}

        @Override
        public void schema(int id, String text) {}

        @Override
        public void record(int partition, byte[] key, byte @Nullable [] value) {}
    }
}
