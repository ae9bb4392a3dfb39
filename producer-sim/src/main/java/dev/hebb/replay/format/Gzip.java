package dev.hebb.replay.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of a gzipped file or stream. One that was cut off, or damaged, is named. */
final class Gzip extends FilterInputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final String name;

    private Gzip(String name, InputStream content) {
        super(content);
        this.name = name;
    }

    static InputStream open(Path file) throws IOException {
        return open(Files.newInputStream(file), file.toString());
    }

    /**
     * The content of a gzipped stream, which is closed if it is none.
     *
     * @param name of the stream, for messages
     */
    static InputStream open(InputStream packed, String name) throws IOException {
        try {
            return new Gzip(name, new GZIPInputStream(packed, BUFFER_BYTES));
        } catch (EOFException | ZipException e) {
            packed.close();
            throw broken(name, e);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (EOFException | ZipException e) {
            throw broken(name, e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (EOFException | ZipException e) {
            throw broken(name, e);
        }
    }

    private static UnreadableRecordingException broken(String name, IOException why) {
        String how = why instanceof EOFException ? "ends in the middle: it was cut off" : "is damaged";
        return new UnreadableRecordingException(
                name + " is gzipped and " + how + " (" + why.getMessage() + "); copy it again, 'gzip -t' checks it");
    }
}
