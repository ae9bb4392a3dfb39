package dev.hebb.replay.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a pipe, unpacked if they are gzipped. Nothing is read before the first read, which waits for it. */
final class PipeInput extends InputStream {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final InputStream raw;
    private final String name;
    private @Nullable InputStream content;

    PipeInput(InputStream raw, String name) {
        this.raw = raw;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        return content().read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return content().read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    private InputStream content() throws IOException {
        InputStream known = content;
        if (known == null) {
            known = sniff();
            content = known;
        }
        return known;
    }

    private InputStream sniff() throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 2);
        int first = in.read();
        if (first < 0) {
            return in;
        }
        int second = first == GZIP_FIRST ? in.read() : -1;
        if (second >= 0) {
            in.unread(second);
        }
        in.unread(first);
        return second == GZIP_SECOND ? Gzip.open(in, name) : in;
    }
}
