package dev.hebb.replay.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The arrays of an open NumPy archive. */
final class NpzArrays implements AutoCloseable {
    private static final String SUFFIX = ".npy";

    private final ZipFile zip;
    private final Path file;

    private NpzArrays(ZipFile zip, Path file) {
        this.zip = zip;
        this.file = file;
    }

    /**
     * Opens an archive.
     *
     * @throws UnreadableRecordingException if it is cut off or damaged
     */
    static NpzArrays open(Path file) throws IOException {
        try {
            return new NpzArrays(new ZipFile(file.toFile()), file);
        } catch (ZipException e) {
            throw broken(file.toString(), e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    List<String> names() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .toList();
    }

    /** All files in the archive, arrays or not. */
    List<String> files() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    boolean has(String name) {
        return zip.getEntry(name + SUFFIX) != null;
    }

    String fileName() {
        return String.valueOf(file.getFileName());
    }

    String where(String name) {
        return file + ", array '" + Text.shown(name) + "'";
    }

    /** @throws UnreadableRecordingException if there is none, or it is damaged */
    NpyArray array(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name + SUFFIX);
        if (entry == null) {
            throw new UnreadableRecordingException(file + ": there is no array '" + Text.shown(name)
                    + "' in the archive; it has " + Text.shownAll(names()));
        }
        try {
            return NpyArray.read(zip.getInputStream(entry), entry.getSize(), where(name));
        } catch (ZipException | EOFException e) {
            throw broken(where(name), e);
        }
    }

    NpyArray column(String name) throws IOException {
        NpyArray array = array(name);
        if (!array.isColumn() || array.isStructured()) {
            throw new UnreadableRecordingException(where(name) + ": expected one column, found shape "
                    + Arrays.toString(array.header().shape()) + "; save it with .ravel()");
        }
        return array;
    }

    private static UnreadableRecordingException broken(String where, IOException e) {
        if (String.valueOf(e.getMessage()).contains("compression method")) {
            return new UnreadableRecordingException(
                    where
                            + " is a zip archive that is packed by a method that Hebb does not unpack, such as bzip2"
                            + " or LZMA; unpack it and save it again, arrays with numpy.savez_compressed",
                    e);
        }
        return new UnreadableRecordingException(
                where + " is a zip archive, as .npz files are, and is cut off or damaged (" + e.getMessage()
                        + "); copy it again, 'unzip -t' checks it",
                e);
    }
}
