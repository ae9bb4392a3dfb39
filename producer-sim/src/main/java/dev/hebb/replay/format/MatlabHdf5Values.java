package dev.hebb.replay.format;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a MATLAB file of version 7.3. A value that several references lead to is read once, and one that
 * contains itself is none where it does.
 */
final class MatlabHdf5Values {
    /** The attribute with the class of a variable. */
    static final String CLASS = "MATLAB_class";

    private static final String EMPTY = "MATLAB_empty";

    private final Hdf5 hdf;
    /** By the addresses of their nodes. */
    private final Map<Long, MatValue> values = new HashMap<>();

    private final Set<Long> begun = new HashSet<>();

    MatlabHdf5Values(Hdf5 hdf) {
        this.hdf = hdf;
    }

    /** The value of a node. */
    MatValue of(Node node) throws UnreadableRecordingException {
        if (node instanceof Link) {
            return new MatValue.Other("a link");
        }
        MatValue known = values.get(node.getAddress());
        if (known != null) {
            return known;
        } else if (!begun.add(node.getAddress())) {
            return new MatValue.Other("contains itself");
        }
        MatValue value = node instanceof Group group
                ? structure(group)
                : node instanceof Dataset dataset
                        ? value(dataset)
                        : new MatValue.Other(node.getType().toString());
        values.put(node.getAddress(), value);
        return value;
    }

    private MatValue value(Dataset dataset) throws UnreadableRecordingException {
        Attribute attribute = dataset.getAttributes().get(CLASS);
        String type = attribute == null ? "" : String.valueOf(attribute.getData());
        boolean empty = dataset.getAttributes().containsKey(EMPTY) || dataset.getSize() == 0;
        if (type.equals("cell") || (type.isEmpty() && isReference(dataset))) {
            return cell(empty ? List.of() : referenced(dataset), dataset.getDimensions());
        } else if (type.equals("char")) {
            return new MatValue.Words(empty ? "" : text(dataset));
        } else if (dataset.getDimensions().length != 2 || dataset.isCompound()) {
            return new MatValue.Other(type);
        } else if (empty) {
            return new MatValue.Matrix(new double[0], 0, 0);
        }
        Object data = hdf.flat(dataset);
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

    private List<MatValue> referenced(Dataset dataset) throws UnreadableRecordingException {
        List<MatValue> values = new ArrayList<>();
        for (long address : Numbers.toLongs(hdf.flat(dataset), hdf.where(dataset.getName()))) {
            values.add(of(hdf.at(address)));
        }
        return values;
    }

    private String text(Dataset dataset) throws UnreadableRecordingException {
        StringBuilder text = new StringBuilder();
        for (long character : Numbers.toLongs(hdf.flat(dataset), hdf.where(dataset.getName()))) {
            text.append((char) character);
        }
        return text.toString();
    }

    /** A field of an array of structures is a dataset of references, without a class of its own. */
    private MatValue structure(Group group) throws UnreadableRecordingException {
        List<Map<String, MatValue>> elements = new ArrayList<>();
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            boolean isArray = child.getValue() instanceof Dataset dataset
                    && !dataset.getAttributes().containsKey(CLASS)
                    && isReference(dataset);
            List<MatValue> values = isArray && child.getValue() instanceof Dataset dataset
                    ? referenced(dataset)
                    : List.of(of(child.getValue()));
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
