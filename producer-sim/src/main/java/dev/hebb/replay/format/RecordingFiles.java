package dev.hebb.replay.format;

import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens recordings of every known format, told apart by what is in them, never by their names. */
public final class RecordingFiles {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    /** HDF5 may begin after a user block of 512, 1024 or 2048 bytes. */
    private static final int[] HDF5_STARTS = {0, 512, 1024, 2048};

    private static final int SNIFFED_BYTES = 4096;

    private RecordingFiles() {}

    /**
     * Finds out what a file or folder is, and reads enough of it to know what it covers.
     *
     * @throws UnreadableRecordingException if it is no recording, with what to do about it
     * @throws IOException if it cannot be read at all
     */
    public static RecordingFile open(Path path) throws IOException {
        if (Files.notExists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
        }
        if (Files.isDirectory(path)) {
            return PhyFormat.open(path);
        }
        byte[] head = head(Files.newInputStream(path));
        if (startsWith(head, ZIP, 0)) {
            return NpzFormat.open(path);
        } else if (isHdf5(head)) {
            return Hdf5.open(path);
        } else if (startsWith(head, GZIP, 0)) {
            requireCsv(path, head(Gzip.open(path)), "the gzipped content");
            return CsvFormat.open(path, true);
        } else if (startsWith(head, NpyArray.MAGIC, 0)) {
            throw new UnreadableRecordingException(path + " is a single NumPy array; give the folder with"
                    + " spike_times.npy and spike_clusters.npy, or an .npz with times and ids");
        }
        requireCsv(path, head, "the content");
        return CsvFormat.open(path, false);
    }

    private static byte[] head(InputStream stream) throws IOException {
        try (InputStream in = stream) {
            return in.readNBytes(SNIFFED_BYTES);
        }
    }

    private static boolean isHdf5(byte[] head) {
        for (int start : HDF5_STARTS) {
            if (startsWith(head, HDF5, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] head, byte[] magic, int from) {
        for (int k = 0; k < magic.length; k++) {
            if (from + k >= head.length || head[from + k] != magic[k]) {
                return false;
            }
        }
        return true;
    }

    private static void requireCsv(Path path, byte[] head, String what) throws IOException {
        String text = new String(head, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        @Nullable CsvHeader header = CsvHeader.parse(line.stripTrailing());
        if (header == null) {
            throw new UnreadableRecordingException(path + ": " + what + " is none of the known formats: CSV ("
                    + CsvHeader.EXPECTED + "), NWB, culture HDF5, .npz, or a Phy folder; it begins with '"
                    + printable(line) + "'");
        }
    }

    private static String printable(String line) {
        String shown = line.length() > 60 ? line.substring(0, 60) + "..." : line;
        return shown.strip().replaceAll("[^\\x20-\\x7e]", "?");
    }
}
