package dev.hebb.replay.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of a gzipped file. A file that was cut off, or damaged, is named. */
final class Gzip extends FilterInputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;

    private Gzip(Path file, InputStream content) {
        super(content);
        this.file = file;
    }

    static InputStream open(Path file) throws IOException {
        InputStream packed = Files.newInputStream(file);
        try {
            return new Gzip(file, new GZIPInputStream(packed, BUFFER_BYTES));
        } catch (EOFException | ZipException e) {
            packed.close();
            throw broken(file, e);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (EOFException | ZipException e) {
            throw broken(file, e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (EOFException | ZipException e) {
            throw broken(file, e);
        }
    }

    private static UnreadableRecordingException broken(Path file, IOException why) {
        String how = why instanceof EOFException ? "ends in the middle: it was cut off" : "is damaged";
        return new UnreadableRecordingException(
                file + " is gzipped and " + how + " (" + why.getMessage() + "); copy it again, 'gzip -t' checks it");
    }
}
