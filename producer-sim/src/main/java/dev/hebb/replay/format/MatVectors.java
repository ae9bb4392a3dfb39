package dev.hebb.replay.format;

import dev.hebb.replay.format.MatValue.Matrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** MATLAB's variables of which each is the train of a unit, as exports of Plexon and NeuroExplorer have them. */
final class MatVectors {
    private static final String CHANNEL = "(?:sig|SPK|SPKC|WB|TETSPK|SPK_SPKC|SPK_WB)_?\\d{1,4}";
    /** {@code sig001a}, {@code SPK_SPKC012b}, {@code WB07c}: channel and letter of the unit. */
    private static final Pattern EXPORTED = Pattern.compile(CHANNEL + "[a-hj-z]");
    /** {@code sig001i}: spikes of a channel that belong to no unit. */
    private static final Pattern UNSORTED = Pattern.compile(CHANNEL + "i");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private MatVectors() {}

    /**
     * The vectors whose names are like a pattern, sorted by name.
     *
     * @param pattern in which {@code *} stands for any characters
     */
    static List<String> matching(String pattern, Map<String, MatValue> variables) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        List<String> found = variables.entrySet().stream()
                .filter(variable -> variable.getKey().matches(regex) && isTrain(variable.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        // The times of waveforms, sig001a_wf_ts, are those of the spikes, sig001a, once more.
        return found.stream()
                .filter(name -> found.stream().noneMatch(other -> name.startsWith(other + "_")))
                .toList();
    }

    /** A pattern for several vectors whose names differ in their digits alone, as in {@code unit*}. */
    static Optional<String> alike(Map<String, MatValue> variables) {
        Map<String, Long> shapes = variables.entrySet().stream()
                .filter(variable -> isTrain(variable.getValue())
                        && DIGITS.matcher(variable.getKey()).find())
                .collect(Collectors.groupingBy(
                        variable -> DIGITS.matcher(variable.getKey()).replaceAll("*"),
                        TreeMap::new,
                        Collectors.counting()));
        return shapes.entrySet().stream()
                .filter(shape -> shape.getValue() > 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The trains of an export, if at least two variables have such names and all of these are vectors. */
    static Optional<List<String>> exported(Map<String, MatValue> variables) {
        List<String> named = variables.keySet().stream()
                .filter(name -> EXPORTED.matcher(name).matches())
                .sorted()
                .toList();
        boolean allTrains = named.stream().allMatch(name -> isTrain(variables.get(name)));
        return named.size() > 1 && allTrains ? Optional.of(named) : Optional.empty();
    }

    /** The variables of an export that have spikes of no unit, sorted by name. */
    static List<String> unsorted(Map<String, MatValue> variables) {
        return variables.keySet().stream()
                .filter(MatVectors::isUnsorted)
                .sorted()
                .toList();
    }

    /** Whether a name is that of spikes that belong to no unit. */
    static boolean isUnsorted(String name) {
        return UNSORTED.matcher(name).matches();
    }

    /** Whether all names are those of an export, so that the times are seconds. */
    static boolean isExported(List<String> names) {
        return names.stream().allMatch(name -> EXPORTED.matcher(name).matches());
    }

    /** One row or column of numbers; a matrix of waveforms is none. */
    private static boolean isTrain(@Nullable MatValue value) {
        return value instanceof Matrix numbers && numbers.isVector();
    }
}
