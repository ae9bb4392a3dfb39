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
    private final Members members;

    private Gzip(String name, Members content) {
        super(content);
        this.name = name;
        this.members = content;
    }

    /** The parts of a gzipped stream, which are one content. Where the JDK finds no further part, it is at the end. */
    private static final class Members extends GZIPInputStream {
        private static final int TRAILER_BYTES = 8;

        Members(InputStream packed) throws IOException {
            super(packed, BUFFER_BYTES);
        }

        /** Returns whether there is something behind the last part; zeros are filling. */
        boolean hasMore() throws IOException {
            for (int k = len - Math.max(0, inf.getRemaining() - TRAILER_BYTES); k < len; k++) {
                if (buf[k] != 0) {
                    return true;
                }
            }
            return in.available() > 0 && in.read() > 0;
        }
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
            return new Gzip(name, new Members(packed));
        } catch (EOFException | ZipException e) {
            packed.close();
            throw broken(name, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int read = super.read(into, offset, length);
            if (read < 0 && members.hasMore()) {
                throw new UnreadableRecordingException(name
                        + " is gzipped, and behind the end of its content is something else: a part of it is damaged,"
                        + " or it was not written by gzip; 'gzip -t' checks it, and if nothing is missing, unpack it"
                        + " with gunzip, and give the result");
            }
            return read;
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
