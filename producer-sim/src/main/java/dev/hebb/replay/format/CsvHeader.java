package dev.hebb.replay.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a CSV hold the neuron and the time.
 *
 * @param delimiter comma, semicolon or tab
 * @param neuronColumn from 0
 * @param timeColumn from 0
 */
record CsvHeader(char delimiter, int neuronColumn, int timeColumn) {
    static final String EXPECTED = "the first line must be a header with the columns neuron and time_us,"
            + " in any order, among others or alone";

    private static final String NEURON = "neuron";
    private static final List<String> TIME = List.of("time_us", "t_us");
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The header in a line, or null if it is none. */
    static @Nullable CsvHeader parse(String line) {
        String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        for (char delimiter : DELIMITERS) {
            List<String> names = split(text, delimiter);
            int neuron = names.indexOf(NEURON);
            int time = TIME.stream().mapToInt(names::indexOf).max().orElse(-1);
            if (neuron >= 0 && time >= 0) {
                return new CsvHeader(delimiter, neuron, time);
            }
        }
        return null;
    }

    private static List<String> split(String line, char delimiter) {
        List<String> names = new ArrayList<>();
        for (String name : line.split(String.valueOf(delimiter), -1)) {
            names.add(name.trim().replace("\"", "").toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
