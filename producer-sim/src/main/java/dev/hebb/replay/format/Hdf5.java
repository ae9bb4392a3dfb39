package dev.hebb.replay.format;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An open HDF5 file: its datasets, with the file's name in every message. */
final class Hdf5 implements AutoCloseable {
    private static final byte[] MAGIC = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    /** The size of the smallest user block, after which HDF5 may begin. Each larger one is twice as large. */
    private static final long SMALLEST_BLOCK = 512;
    /** A file with more links that lead nowhere is not searched for more. */
    private static final int MOST_BROKEN = 5;
    /** Links are searched in so many groups, which is also the deepest nesting. */
    private static final int MOST_GROUPS = 1_000;

    private final HdfFile hdf;
    private final Path file;
    private final Hdf5Links links;

    private Hdf5(HdfFile hdf, Path file) {
        this.hdf = hdf;
        this.file = file;
        this.links = new Hdf5Links(hdf);
    }

    static boolean isHdf5(Content content) throws IOException {
        if (content.isFolder() || content.has(MAGIC, 0)) {
            return !content.isFolder();
        }
        try (FileChannel file = FileChannel.open(content.path())) {
            for (long start = SMALLEST_BLOCK; start + MAGIC.length <= file.size(); start *= 2) {
                ByteBuffer found = ByteBuffer.allocate(MAGIC.length);
                file.read(found, start);
                if (Arrays.equals(found.array(), MAGIC)) {
                    return true;
                }
            }
        }
        return false;
    }

    static Hdf5 open(Path file) throws UnreadableRecordingException {
        try {
            return new Hdf5(new HdfFile(file), file);
        } catch (RuntimeException e) {
            throw Hdf5Failure.of(file, e);
        }
    }

    @Override
    public void close() {
        hdf.close();
    }

    Path file() {
        return file;
    }

    String fileName() {
        return String.valueOf(file.getFileName());
    }

    /** Returns whether there is a dataset at this path, which has no leading slash. */
    boolean has(String path) {
        return node(path) instanceof Dataset;
    }

    boolean hasGroup(String path) {
        return node(path) instanceof Group;
    }

    /** The names in a group; the root is the empty path. */
    List<String> names(String path) {
        Node node = path.isEmpty() ? hdf : node(path);
        return node instanceof Group group ? new ArrayList<>(group.getChildren().keySet()) : List.of();
    }

    /** The names in a group in the order in which their nodes were written, by their places in the file. */
    List<String> namesAsWritten(String path) {
        return names(path).stream()
                .sorted(Comparator.comparingLong(name -> address(path + "/" + name)))
                .toList();
    }

    private long address(String path) {
        Node node = node(path);
        return node == null || node instanceof Link ? Long.MAX_VALUE : node.getAddress();
    }

    private @Nullable Node node(String path) {
        return links.node(path);
    }

    /**
     * Returns whether there is a dataset that files of a form may leave out.
     *
     * @throws UnreadableRecordingException if there is a link instead that leads nowhere: the file does not leave it
     *     out
     */
    boolean hasOptional(String path) throws UnreadableRecordingException {
        if (node(path) instanceof Link) {
            throw new UnreadableRecordingException(where(path) + " " + absence(path));
        }
        return has(path);
    }

    /**
     * The first few links that lead nowhere, on the way to a group, in it, and in the groups of it; the root is the
     * empty path.
     */
    List<String> brokenLinks(String path) {
        List<String> broken = new ArrayList<>();
        Node node = path.isEmpty() ? hdf : node(path);
        if (node instanceof Group group) {
            addBroken(group, path, new HashSet<>(), broken);
        } else if (node instanceof Link link) {
            broken.add("/" + path + " (to " + link.getTargetPath() + ")");
        }
        return broken;
    }

    private void addBroken(Group group, String path, Set<Long> seen, List<String> broken) {
        // A group may contain itself.
        if (!seen.add(group.getAddress()) || seen.size() > MOST_GROUPS) {
            return;
        }
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            String at = path.isEmpty() ? child.getKey() : path + "/" + child.getKey();
            if (broken.size() == MOST_BROKEN) {
                return;
            } else if (child.getValue() instanceof Group inner) {
                addBroken(inner, at, seen, broken);
            } else if (child.getValue() instanceof Link link && node(at) instanceof Link) {
                broken.add("/" + at + " (to " + link.getTargetPath() + ")");
            }
        }
    }

    /** Returns the place of a dataset, for messages. */
    String where(String path) {
        return file + ", dataset /" + path;
    }

    /** Returns whether a dataset has no element. */
    boolean isEmpty(String path) throws UnreadableRecordingException {
        return dataset(path).getSize() == 0 || dataset(path).isEmpty();
    }

    /** Returns the number of dimensions of a dataset. */
    int dimensions(String path) throws UnreadableRecordingException {
        return dataset(path).getDimensions().length;
    }

    /** Returns whether a dataset is a column of pairs, or of numbers one after the other. */
    boolean isOfPairs(String path) throws UnreadableRecordingException {
        int[] dimensions = dataset(path).getDimensions();
        return dimensions.length == 1 || (dimensions.length == 2 && dimensions[1] == 2);
    }

    /** Returns whether two paths lead to one node, as where a file has a second link to it. */
    boolean areSame(String path, String other) {
        Node node = node(path);
        Node same = node(other);
        return node != null
                && same != null
                && !(node instanceof Link)
                && !(same instanceof Link)
                && node.getAddress() == same.getAddress()
                && node.getHdfFile() == same.getHdfFile();
    }

    /** Returns whether a dataset is of floating-point numbers. */
    boolean isFloatingPoint(String path) throws UnreadableRecordingException {
        Class<?> type = dataset(path).getJavaType();
        return type == double.class || type == float.class;
    }

    long[] longs(String path) throws UnreadableRecordingException {
        return isEmpty(path) ? new long[0] : Numbers.toLongs(data(path), where(path));
    }

    /** Whole numbers that may be stored in floating point. */
    long[] wholes(String path) throws UnreadableRecordingException {
        return isEmpty(path) ? new long[0] : Numbers.toWhole(data(path), where(path));
    }

    /** Numbers of any type, as floating-point numbers. */
    double[] doubles(String path) throws UnreadableRecordingException {
        if (isEmpty(path)) {
            return new double[0];
        }
        Object data = data(path);
        if (data instanceof double[] || data instanceof float[]) {
            return Numbers.toDoubles(data, where(path));
        }
        long[] longs = Numbers.toLongs(data, where(path));
        double[] doubles = new double[longs.length];
        for (int k = 0; k < longs.length; k++) {
            doubles[k] = longs[k];
        }
        return doubles;
    }

    /** The numbers as they are stored: an array of a primitive type. */
    Object numbers(String path) throws UnreadableRecordingException {
        return isEmpty(path) ? new double[0] : data(path);
    }

    /** Returns whether there is a dataset of text, or of truth values, which are read as the texts TRUE and FALSE. */
    boolean isText(String path) throws UnreadableRecordingException {
        return has(path) && dataset(path).getJavaType() == String.class;
    }

    /** A column of text; empty if the dataset holds something else. */
    Optional<String[]> texts(String path) throws UnreadableRecordingException {
        if (isEmpty(path)) {
            return Optional.of(new String[0]);
        }
        Object data = data(path);
        if (data instanceof String text) {
            return Optional.of(new String[] {text});
        }
        return data instanceof String[] strings ? Optional.of(strings) : Optional.empty();
    }

    String[] strings(String path) throws UnreadableRecordingException {
        return texts(path)
                .orElseThrow(() -> new UnreadableRecordingException(where(path) + ": expected a column of text"));
    }

    /** A table: the column of each field, by its name. */
    Map<String, Object> table(String path) throws UnreadableRecordingException {
        Dataset dataset = dataset(path);
        requireWhole(dataset, where(path), dataset.getHdfFile().size());
        if (dataset.isCompound() && dataset.getData() instanceof Map<?, ?> columns) {
            Map<String, Object> table = new LinkedHashMap<>();
            columns.forEach((name, column) -> table.put(String.valueOf(name), column));
            return table;
        }
        throw new UnreadableRecordingException(where(path) + ": expected a table of fields");
    }

    /** A text that is attached to a dataset or group. */
    Optional<String> attribute(String path, String name) {
        Node node = path.isEmpty() ? hdf : node(path);
        Attribute attribute = node == null || node instanceof Link
                ? null
                : node.getAttributes().get(name);
        Object value = attribute == null ? null : attribute.getData();
        return value == null ? Optional.empty() : Optional.of(String.valueOf(first(value)));
    }

    private static Object first(Object value) {
        return value.getClass().isArray() && Array.getLength(value) > 0 ? Array.get(value, 0) : value;
    }

    /** All nodes of the root, for layouts that read them as they are. */
    Map<String, Node> root() {
        return hdf.getChildren();
    }

    /** Returns the node that a reference points to. */
    Node at(long address) {
        return hdf.getNodeByAddress(address);
    }

    private Dataset dataset(String path) throws UnreadableRecordingException {
        if (node(path) instanceof Dataset dataset) {
            return dataset;
        }
        throw new UnreadableRecordingException(where(path) + " " + absence(path));
    }

    /** Returns the reason why a dataset cannot be read, for a message: it is missing, or a link to one that is. */
    String absence(String path) {
        return node(path) instanceof Link link
                ? "is a link to " + Text.shown(link.getTargetPath())
                        + ", which is not there or leads back to the link; if it is in another file, keep the two"
                        + " together"
                : "is missing";
    }

    private Object data(String path) throws UnreadableRecordingException {
        Dataset dataset = dataset(path);
        requireWhole(dataset, where(path), dataset.getHdfFile().size());
        if (dataset.isScalar() && dataset.getData() instanceof Number number) {
            return number instanceof Double || number instanceof Float
                    ? new double[] {number.doubleValue()}
                    : new long[] {number.longValue()};
        }
        return dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
    }

    /** The values of a node of this file as one array. */
    Object flat(Dataset dataset) throws UnreadableRecordingException {
        requireWhole(dataset, where(dataset.getName()), hdf.size());
        return dataset.getDataFlat();
    }

    /** The library would take memory for all that a damaged size claims, and read to the end of the file. */
    private static void requireWhole(Dataset dataset, String where, long fileBytes)
            throws UnreadableRecordingException {
        if (dataset instanceof ContiguousDataset contiguous
                && contiguous.getDataAddress() >= 0
                && dataset.getSizeInBytes() > fileBytes) {
            throw new UnreadableRecordingException(where + ": it states " + dataset.getSizeInBytes()
                    + " bytes, but the whole file has " + fileBytes + ": it was cut off or damaged; copy it again");
        }
    }
}
