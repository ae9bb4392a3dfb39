package dev.hebb.command;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Target of a command: an area by name, or neurons.
 *
 * @param area its name; empty: the neurons
 * @param neurons not negative, ascending, each once; none if an area is named
 */
public record Target(String area, int[] neurons) {
    /** Largest number of neurons that are listed in words; of more, only their number is given. */
    private static final int WRITTEN_OUT = 20;

    public Target {
        neurons = Arrays.stream(neurons).sorted().distinct().toArray();
        if (area.isBlank() == (neurons.length == 0)) {
            throw new IllegalArgumentException(
                    area.isBlank()
                            ? "it names no neuron; give an area, or at least one neuron"
                            : "it names area '" + area + "' and neurons; give one of them");
        }
        if (neurons.length > 0 && neurons[0] < 0) {
            throw new IllegalArgumentException("neuron " + neurons[0] + " is negative");
        }
    }

    /** An area. */
    public static Target area(String name) {
        return new Target(name, new int[0]);
    }

    /** Neurons. */
    public static Target neurons(int... neurons) {
        return new Target("", neurons);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target target && area.equals(target.area) && Arrays.equals(neurons, target.neurons);
    }

    @Override
    public int hashCode() {
        return 31 * area.hashCode() + Arrays.hashCode(neurons);
    }

    @Override
    public String toString() {
        if (!area.isEmpty()) {
            return "area '" + area + "'";
        }
        return neurons.length > WRITTEN_OUT
                ? neurons.length + " neurons"
                : "neurons "
                        + Arrays.stream(neurons).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
