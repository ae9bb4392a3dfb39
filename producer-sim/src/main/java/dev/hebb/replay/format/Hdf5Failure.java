package dev.hebb.replay.format;

import java.nio.file.Path;

/** Failures of the library that reads HDF5, in words that say what to do about the file. */
final class Hdf5Failure {
    private Hdf5Failure() {}

    /**
     * Returns the error for a file that cannot be read. Its message names the feature that is missing, or says that the
     * file is damaged.
     */
    static UnreadableRecordingException of(Path file, Throwable failure) {
        String cause = String.valueOf(failure.getMessage());
        for (Throwable each = failure; each != null; each = each.getCause()) {
            cause = each.getMessage() == null ? cause : each.getMessage();
        }
        String reason = failure instanceof VirtualMachineError
                ? "groups of this HDF5 file contain themselves, or the file is damaged; is it whole? 'h5dump -H' or"
                        + " h5py tell"
                : reason(cause, "h5repack " + file.getFileName() + " converted.h5", file);
        return new UnreadableRecordingException(file + ": " + reason, failure);
    }

    /**
     * @param cause the library's innermost message
     * @param rewrite the command that rewrites the file in the usual form
     */
    private static String reason(String cause, String rewrite, Path file) {
        if (cause.contains("data layout message version")) {
            return "this HDF5 file has compressed data in the form that only HDF5 2.0 and later write and read (data"
                    + " layout message version 5, from libver='latest'), and that Hebb cannot read; rewrite it in the"
                    + " form that every version reads: " + rewrite + ", or write it without libver='latest'";
        }
        if (cause.startsWith("Virtual storage") || cause.contains("External Data Files")) {
            return "the numbers of this HDF5 file lie in other files, as a virtual dataset or in external storage,"
                    + " which Hebb does not follow; copy them into the file, as in h5py: numbers = f[name][()];"
                    + " del f[name]; f[name] = numbers";
        }
        if (cause.contains("at address -1")) {
            return "a dataset of this HDF5 file has chunks that were never written, in a form that Hebb cannot read;"
                    + " rewrite it with: " + rewrite;
        }
        if (cause.startsWith("A required filter is not available") || cause.startsWith("Bitshuffle")) {
            String filter = cause.substring(cause.indexOf(':') + 1).trim();
            return "the data of this HDF5 file are compressed by a filter that Hebb does not have ("
                    + Text.escaped(filter) + "); rewrite it with: h5repack -f GZIP=4 " + file.getFileName()
                    + " converted.h5";
        }
        return "the HDF5 file cannot be read: " + Text.escaped(cause)
                + "; is it whole? 'h5dump -H' or h5py tell; h5repack rewrites it in the usual form";
    }
}
