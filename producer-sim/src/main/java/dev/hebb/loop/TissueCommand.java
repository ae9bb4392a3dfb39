package dev.hebb.loop;

import java.util.Arrays;

/** What somebody does to the tissue. */
public sealed interface TissueCommand {
    /** "Until further notice", as the end of a command. */
    long FOREVER = Long.MAX_VALUE;

    /** Names neurons; a second definition replaces the first. */
    record DefineArea(String area, int[] neurons) implements TissueCommand {
        @Override
        public String toString() {
            return "define area '" + area + "' as " + neurons.length + " neurons";
        }
    }

    /** Kills neurons. */
    record Lesion(Target target) implements TissueCommand {
        @Override
        public String toString() {
            return "lesion of " + target;
        }
    }

    /**
     * Makes neurons more or less excitable.
     *
     * @param untilMicros event time, exclusive
     */
    record Stimulation(Target target, double gain, long untilMicros) implements TissueCommand {
        @Override
        public String toString() {
            return "stimulation of " + target + " by " + gain + until(untilMicros);
        }
    }

    /**
     * Lets the tissue fall back on its strongest synapses.
     *
     * @param level from 0, calm, to 1
     * @param untilMicros event time, exclusive
     */
    record Stress(double level, long untilMicros) implements TissueCommand {
        @Override
        public String toString() {
            return "stress " + level + until(untilMicros);
        }
    }

    /**
     * Whom a command is for.
     *
     * @param area an area by name; empty: the neurons
     */
    record Target(String area, int[] neurons) {
        @Override
        public String toString() {
            return area.isEmpty() ? "neurons " + Arrays.toString(neurons) : "area '" + area + "'";
        }
    }

    /**
     * A command, and when it takes effect.
     *
     * @param fromMicros event time
     */
    record Timed(long fromMicros, TissueCommand command) {}

    private static String until(long untilMicros) {
        return untilMicros == FOREVER ? "" : " until " + untilMicros + " µs";
    }
}
