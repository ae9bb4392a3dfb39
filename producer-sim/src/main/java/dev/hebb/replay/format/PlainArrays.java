package dev.hebb.replay.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Arrays without a form: which form they are near, and the line of Python that converts them to it. Nothing is read
 * from such files, because only their author knows what the arrays mean.
 */
final class PlainArrays {
    private static final String REPLAY = "\"; then give converted.npz";

    private PlainArrays() {}

    /** Returns what to do with an archive of NumPy; empty if its arrays are not one array of times for each unit. */
    static Optional<String> advice(NpzArrays arrays) throws IOException {
        if (!hasATrainForEachUnit(arrays)) {
            return Optional.empty();
        }
        return Optional.of(
                "one array of times for each unit is not read. The nearest form is one array of times and one"
                        + " of ids; convert it with: python3 -c \"import numpy; d = numpy.load('" + arrays.fileName()
                        + "'); "
                        + joined("d", "d.files") + REPLAY);
    }

    /** Returns what to do with an HDF5 file that is of no known form. */
    static String advice(Hdf5 hdf) throws UnreadableRecordingException {
        List<String> names = hdf.names("");
        Optional<String> times = only(names, NpzFormat::isTime);
        Optional<String> ids = only(names, NpzFormat::isId);
        String load = "python3 -c \"import h5py, numpy; f = h5py.File('" + hdf.fileName() + "'); ";
        if (times.isPresent() && ids.isPresent()) {
            return "the nearest form is a NumPy archive with these arrays; convert it with: " + load
                    + "numpy.savez('converted.npz', **{n: f[n] for n in ['" + times.get() + "', '" + ids.get() + "']})"
                    + REPLAY + " with --columns neuron=" + ids.get() + ",time=" + times.get();
        }
        if (hasATrainForEachUnit(hdf, names)) {
            return "one dataset of times for each unit is not read. The nearest form is a NumPy archive with one array of"
                    + " times and one of ids; convert it with: " + load + joined("f", "list(f)") + REPLAY;
        }
        return "the nearest form is a NumPy archive with one array of times (float, seconds) and one of ids (integers);"
                + " convert it with: " + load + "numpy.savez('converted.npz', times=f['TIMES'], ids=f['IDS'])" + REPLAY;
    }

    private static String joined(String arrays, String names) {
        return "numpy.savez('converted.npz', times=numpy.concatenate([" + arrays + "[n] for n in " + arrays
                + "]), ids=numpy.repeat(" + names + ", [len(" + arrays + "[n]) for n in " + arrays + "]))";
    }

    private static boolean hasATrainForEachUnit(NpzArrays arrays) throws IOException {
        try {
            for (String name : arrays.names()) {
                NpyArray array = arrays.array(name);
                if (!array.isColumn() || array.isStructured() || !array.isFloatingPoint()) {
                    return false;
                }
            }
            return arrays.names().size() > 1;
        } catch (UnreadableRecordingException e) {
            return false; // Another of the arrays may still be chosen with --columns.
        }
    }

    private static boolean hasATrainForEachUnit(Hdf5 hdf, List<String> names) throws UnreadableRecordingException {
        for (String name : names) {
            if (!hdf.has(name) || hdf.dimensions(name) != 1 || !hdf.isFloatingPoint(name)) {
                return false;
            }
        }
        return names.size() > 1;
    }

    private static Optional<String> only(List<String> names, Predicate<String> wanted) {
        List<String> found = names.stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
