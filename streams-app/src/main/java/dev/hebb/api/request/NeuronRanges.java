package dev.hebb.api.request;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Text form of a set of neurons: numbers and ranges, as in {@code 0-49,60}. */
public final class NeuronRanges {
    /** Largest number of neurons in one command: as many fit into a record of the topic. */
    public static final int MOST = 100_000;

    private static final Pattern PART = Pattern.compile("(\\d+)(?:\\s*-\\s*(\\d+))?");

    private NeuronRanges() {}

    /**
     * The neurons, ascending, each once.
     *
     * @throws IllegalArgumentException if the text is of another form, or names more than {@value #MOST} neurons
     */
    public static int[] parse(String text) {
        TreeSet<Integer> neurons = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher range = PART.matcher(part.strip());
            if (!range.matches()) {
                throw new IllegalArgumentException("neurons '" + text + "': '" + part.strip()
                        + "' is neither a neuron nor a range; write them as in 0-49,60");
            }
            int first = neuron(range.group(1), text);
            int last = range.group(2) == null ? first : neuron(range.group(2), text);
            if (last < first) {
                throw new IllegalArgumentException(
                        "neurons '" + text + "': the range " + part.strip() + " ends before it begins");
            }
            // Counted before they are made: a range may be two thousand million long.
            if ((long) last - first >= MOST || neurons.size() + (last - first) >= MOST) {
                throw new IllegalArgumentException("neurons '" + text + "' are more than " + MOST);
            }
            IntStream.rangeClosed(first, last).forEach(neurons::add);
        }
        return neurons.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int neuron(String digits, String text) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "neurons '" + text + "': " + digits + " is more than a neuron's id can be, " + Integer.MAX_VALUE,
                    e);
        }
    }
}
