package dev.hebb.replay.format;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The neuron that several columns name together: {@code 3/17} of shank 3 and unit 17, which is numbered. Whole numbers
 * are one name however they are written, and a slash within a part is escaped, so that no two neurons have one name.
 */
final class CombinedName {
    private CombinedName() {}

    /**
     * The number of a neuron.
     *
     * @param parts the value of each column
     * @return −1 if one of them is no value
     */
    static int neuron(List<String> parts, UnitNames names) {
        StringBuilder name = new StringBuilder();
        for (String part : parts) {
            if (NeuronField.isMissing(part)) {
                return -1;
            }
            name.append(name.isEmpty() ? "" : "/")
                    .append(plain(part.trim()).replace("\\", "\\\\").replace("/", "\\/"));
        }
        return names.number(name.toString());
    }

    /**
     * The neuron of each spike: by the values of one array as they are, or of several together.
     *
     * @param columns arrays of numbers or words, of one length
     * @param notes receives how neurons were numbered
     */
    static int[] neurons(List<Object> columns, String where, UnitNames names, List<String> notes)
            throws UnreadableRecordingException {
        if (columns.size() == 1) {
            return SpikeInterfaceArrays.neurons(columns.get(0), where, names, notes);
        }
        int[] neurons = new int[Array.getLength(columns.get(0))];
        List<Object> values = new ArrayList<>();
        for (Object column : columns) {
            if (Array.getLength(column) != neurons.length) {
                throw new UnreadableRecordingException(where + ": the columns of neurons have " + neurons.length
                        + " and " + Array.getLength(column) + " values; each spike needs one of each");
            }
            values.add(column instanceof String[] ? column : Numbers.toWhole(column, where));
        }
        for (int k = 0; k < neurons.length; k++) {
            int spike = k;
            List<String> parts = values.stream()
                    .map(value -> String.valueOf(Array.get(value, spike)))
                    .toList();
            neurons[k] = neuron(parts, names);
            if (neurons[k] < 0) {
                throw new UnreadableRecordingException(
                        where + ": entry " + k + " is " + Text.shownAll(parts) + ", which is not the name of a neuron");
            }
        }
        notes.add("neurons are numbered by name: " + names.some());
        return neurons;
    }

    private static String plain(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        DecimalField number = new DecimalField();
        long whole = number.parse(bytes, 0, bytes.length, false) ? number.whole() : Long.MIN_VALUE;
        return whole == Long.MIN_VALUE ? part : Long.toString(whole);
    }
}
