package dev.hebb.replay.format;

import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** MATLAB's files of version 7.3, which are HDF5: cells and arrays of structures are references to other datasets. */
final class MatlabHdf5Format extends Hdf5Format {
    private static final String CLASS = "MATLAB_class";
    private static final String EMPTY = "MATLAB_empty";
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
                        node -> !(node instanceof Link) && node.getAttributes().containsKey(CLASS));
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        Map<String, MatValue> variables = new LinkedHashMap<>();
        for (Map.Entry<String, Node> node : hdf.root().entrySet()) {
            if (!node.getKey().startsWith("#") && !node.getKey().equals(REFERENCES)) {
                variables.put(node.getKey(), value(hdf, node.getValue()));
            }
        }
        return new MatSpikes(variables, hdf.file().toString(), options, names).read(hdf.fileName(), name() + " (7.3)");
    }

    private static MatValue value(Hdf5 hdf, Node node) throws UnreadableRecordingException {
        if (node instanceof Group group) {
            return structure(hdf, group);
        } else if (node instanceof Dataset dataset) {
            return value(hdf, dataset);
        }
        return new MatValue.Other(
                node instanceof Link ? "a link" : node.getType().toString());
    }

    private static MatValue value(Hdf5 hdf, Dataset dataset) throws UnreadableRecordingException {
        Attribute attribute = dataset.getAttributes().get(CLASS);
        String type = attribute == null ? "" : String.valueOf(attribute.getData());
        boolean empty = dataset.getAttributes().containsKey(EMPTY) || dataset.getSize() == 0;
        if (type.equals("cell") || (type.isEmpty() && isReference(dataset))) {
            return cell(empty ? List.of() : referenced(hdf, dataset), dataset.getDimensions());
        } else if (type.equals("char")) {
            return new MatValue.Words(empty ? "" : text(dataset, hdf));
        } else if (dataset.getDimensions().length != 2 || dataset.isCompound()) {
            return new MatValue.Other(type);
        } else if (empty) {
            return new MatValue.Matrix(new double[0], 0, 0);
        }
        Object data = dataset.getDataFlat();
        Object numbers = data instanceof float[] || data instanceof double[]
                ? Numbers.toDoubles(data, hdf.where(dataset.getName()))
                : Numbers.toLongs(data, hdf.where(dataset.getName()));
        // The dimensions are reversed, so that the numbers lie in MATLAB's order.
        return new MatValue.Matrix(numbers, dataset.getDimensions()[1], dataset.getDimensions()[0]);
    }

    private static MatValue cell(List<MatValue> values, int[] dimensions) {
        return dimensions.length == 2 && dimensions[0] != 1 && dimensions[1] != 1
                ? new MatValue.Cell(values, dimensions[1], dimensions[0])
                : new MatValue.Cell(values);
    }

    private static boolean isReference(Dataset dataset) {
        return dataset.getDataType().getClass().getSimpleName().startsWith("Reference");
    }

    private static List<MatValue> referenced(Hdf5 hdf, Dataset dataset) throws UnreadableRecordingException {
        List<MatValue> values = new ArrayList<>();
        for (long address : Numbers.toLongs(dataset.getDataFlat(), hdf.where(dataset.getName()))) {
            values.add(value(hdf, hdf.at(address)));
        }
        return values;
    }

    private static String text(Dataset dataset, Hdf5 hdf) throws UnreadableRecordingException {
        StringBuilder text = new StringBuilder();
        for (long character : Numbers.toLongs(dataset.getDataFlat(), hdf.where(dataset.getName()))) {
            text.append((char) character);
        }
        return text.toString();
    }

    /** A field of an array of structures is a dataset of references, without a class of its own. */
    private static MatValue structure(Hdf5 hdf, Group group) throws UnreadableRecordingException {
        List<Map<String, MatValue>> elements = new ArrayList<>();
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            boolean isArray = child.getValue() instanceof Dataset dataset
                    && !dataset.getAttributes().containsKey(CLASS)
                    && isReference(dataset);
            List<MatValue> values = isArray && child.getValue() instanceof Dataset dataset
                    ? referenced(hdf, dataset)
                    : List.of(value(hdf, child.getValue()));
            for (int k = 0; k < values.size(); k++) {
                if (k == elements.size()) {
                    elements.add(new LinkedHashMap<>());
                }
                elements.get(k).put(child.getKey(), values.get(k));
            }
        }
        return new MatValue.Structure(elements);
    }
}
