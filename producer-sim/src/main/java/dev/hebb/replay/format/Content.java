package dev.hebb.replay.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file or folder, and how it begins.
 *
 * @param head the first bytes as they are on disk, none of a folder
 * @param unpacked the first bytes of the content, which differ if it is gzipped
 */
record Content(Path path, boolean isFolder, byte[] head, byte[] unpacked, boolean isGzipped) {
    private static final int SNIFFED_BYTES = 8192;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    static Content of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new Content(path, true, new byte[0], new byte[0], false);
        }
        byte[] head = head(Files.newInputStream(path));
        boolean gzipped = startsWith(head, GZIP, 0);
        return new Content(path, false, head, gzipped ? head(Gzip.open(path)) : head, gzipped);
    }

    private static byte[] head(InputStream stream) throws IOException {
        try (InputStream in = stream) {
            return in.readNBytes(SNIFFED_BYTES);
        }
    }

    /** Returns whether the content has these bytes at this place. */
    boolean has(byte[] magic, int from) {
        return startsWith(head, magic, from);
    }

    /** Returns whether the content is a folder that has a file of this name. */
    boolean hasFile(String name) {
        return isFolder && Files.isRegularFile(path.resolve(name));
    }

    /** The beginning of the content as text. */
    String text() {
        return Text.withoutMark(new String(unpacked, StandardCharsets.UTF_8));
    }

    /** Returns the name of the file or folder, for messages. */
    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static boolean startsWith(byte[] head, byte[] magic, int from) {
        for (int k = 0; k < magic.length; k++) {
            if (from + k >= head.length || head[from + k] != magic[k]) {
                return false;
            }
        }
        return true;
    }
}
