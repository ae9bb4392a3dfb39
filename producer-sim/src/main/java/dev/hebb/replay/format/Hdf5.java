package dev.hebb.replay.format;

import dev.hebb.replay.RecordingFile;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Path;

/** HDF5 files: which of the known layouts one has, and its datasets with the file's name in every message. */
final class Hdf5 {
    private final HdfFile hdf;
    private final Path file;

    private Hdf5(HdfFile hdf, Path file) {
        this.hdf = hdf;
        this.file = file;
    }

    static RecordingFile open(Path file) throws IOException {
        try (HdfFile hdf = new HdfFile(file)) {
            Hdf5 content = new Hdf5(hdf, file);
            if (content.has("units/spike_times")) {
                return NwbFormat.open(content);
            } else if (content.has("spikes") && content.has("sCount")) {
                return CultureFormat.open(content);
            }
            throw new UnreadableRecordingException(file + ": this HDF5 file has neither NWB's /units/spike_times nor"
                    + " /spikes with /sCount, but " + hdf.getChildren().keySet()
                    + "; export the spikes as CSV with the header neuron,time_us");
        } catch (HdfException e) {
            throw new UnreadableRecordingException(
                    file + ": the HDF5 file cannot be read: " + e.getMessage() + "; is it whole?", e);
        }
    }

    String fileName() {
        return file.getFileName().toString();
    }

    /** Whether there is a dataset of this path, without leading slash. */
    boolean has(String path) {
        Group group = hdf;
        String[] names = path.split("/");
        for (int depth = 0; depth < names.length - 1; depth++) {
            if (!(group.getChild(names[depth]) instanceof Group child)) {
                return false;
            }
            group = child;
        }
        return group.getChild(names[names.length - 1]) instanceof Dataset;
    }

    /** For messages. */
    String where(String path) {
        return file + ", dataset /" + path;
    }

    long[] longs(String path) throws UnreadableRecordingException {
        return Numbers.toLongs(data(path), where(path));
    }

    double[] doubles(String path) throws UnreadableRecordingException {
        return Numbers.toDoubles(data(path), where(path));
    }

    String[] strings(String path) throws UnreadableRecordingException {
        if (data(path) instanceof String[] strings) {
            return strings;
        }
        throw new UnreadableRecordingException(where(path) + ": expected a column of text");
    }

    private Object data(String path) throws UnreadableRecordingException {
        if (!has(path)) {
            throw new UnreadableRecordingException(where(path) + " is missing");
        }
        return hdf.getDatasetByPath(path).getDataFlat();
    }
}
