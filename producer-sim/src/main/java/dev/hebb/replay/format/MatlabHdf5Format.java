package dev.hebb.replay.format;

import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** MATLAB's files of version 7.3, which are HDF5: cells and arrays of structures are references to other datasets. */
final class MatlabHdf5Format extends Hdf5Format {
    private static final String REFERENCES = "#refs#";

    @Override
    public String name() {
        return "MATLAB file";
    }

    @Override
    public Set<Name> options() {
        return MatSpikes.OPTIONS;
    }

    @Override
    boolean isLayoutOf(Hdf5 hdf) {
        return hdf.root().values().stream()
                .anyMatch(
                        node -> !(node instanceof Link) && node.getAttributes().containsKey(MatlabHdf5Values.CLASS));
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        Map<String, MatValue> variables = new LinkedHashMap<>();
        MatlabHdf5Values values = new MatlabHdf5Values(hdf);
        for (Map.Entry<String, Node> node : hdf.root().entrySet()) {
            if (!node.getKey().startsWith("#") && !node.getKey().equals(REFERENCES)) {
                variables.put(node.getKey(), values.of(node.getValue()));
            }
        }
        return new MatSpikes(variables, hdf.file().toString(), options, names).read(hdf.fileName(), name() + " (7.3)");
    }
}
