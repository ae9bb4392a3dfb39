package dev.hebb.command;

import java.util.Arrays;

/**
 * One command that is in force for a time.
 *
 * @param kind what it modulates
 * @param neurons its neurons, ascending; none for all of the network
 * @param value gain, or level of stress
 * @param fromMicros event time, inclusive
 * @param toMicros event time, exclusive
 */
public record Modulation(Kind kind, int[] neurons, double value, long fromMicros, long toMicros) {
    /** Kind of modulation. */
    public enum Kind {
        ATTENTION(1),
        STRESS(0),
        STIMULATION(1);

        private final double neutral;

        Kind(double neutral) {
            this.neutral = neutral;
        }

        /** The value where no command is in force. */
        public double neutral() {
            return neutral;
        }
    }

    boolean overlaps(long from, long to) {
        return fromMicros < to && toMicros > from;
    }

    /** This one, shorter if a later one for the very same neurons lasts at least as long. */
    Modulation endedBy(Modulation later) {
        boolean superseded = kind == later.kind
                && Arrays.equals(neurons, later.neurons)
                && toMicros > later.fromMicros
                && toMicros <= later.toMicros;
        return superseded ? new Modulation(kind, neurons, value, fromMicros, later.fromMicros) : this;
    }

    boolean covers(int neuron) {
        return neurons.length == 0 || Arrays.binarySearch(neurons, neuron) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Modulation modulation
                && kind == modulation.kind
                && Arrays.equals(neurons, modulation.neurons)
                && value == modulation.value
                && fromMicros == modulation.fromMicros
                && toMicros == modulation.toMicros;
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(neurons) + Long.hashCode(fromMicros);
    }

    @Override
    public String toString() {
        return kind + " " + value + " of " + neurons.length + " neurons in [" + fromMicros + ", " + toMicros + ")";
    }
}
