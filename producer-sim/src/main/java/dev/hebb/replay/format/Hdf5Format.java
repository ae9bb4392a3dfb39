package dev.hebb.replay.format;

import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.util.List;

/** A layout of HDF5 files. */
abstract class Hdf5Format implements RecordingFormat {
    /** Returns whether a file has this layout. */
    abstract boolean isLayoutOf(Hdf5 hdf) throws IOException;

    /** Reads a file of this layout; see {@link RecordingFormat#open}. */
    abstract RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException;

    /** The groups that have all that is read; the root is the empty path. */
    List<String> groups() {
        return List.of("");
    }

    @Override
    public final boolean isFormOf(Content content) throws IOException {
        if (!Hdf5.isHdf5(content)) {
            return false;
        }
        try (Hdf5 hdf = Hdf5.open(content.path())) {
            return isLayoutOf(hdf);
        } catch (RuntimeException | StackOverflowError | InternalError e) {
            // What a damaged file makes the library throw is not only its own exceptions. A stack that overflows while
            // the JDK maps a part of the file is an InternalError.
            throw Hdf5Failure.of(content.path(), e);
        }
    }

    @Override
    public final RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        try (Hdf5 hdf = Hdf5.open(content.path())) {
            RecordingFile read = read(hdf, options, names);
            List<String> broken = groups().stream()
                    .flatMap(group -> hdf.brokenLinks(group).stream())
                    .distinct()
                    .toList();
            return broken.isEmpty()
                    ? read
                    : read.noting(List.of(
                            "warning: there are links that lead nowhere, so that what they stand for is not read: "
                                    + Text.shownAll(broken)));
        } catch (RuntimeException | StackOverflowError | InternalError e) {
            throw Hdf5Failure.of(content.path(), e);
        }
    }
}
