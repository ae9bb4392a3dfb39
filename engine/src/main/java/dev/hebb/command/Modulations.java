package dev.hebb.command;

import dev.hebb.command.Modulation.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The modulations of one window. At any moment the one that began last prevails, among those of its kind that cover a
 * neuron; over a window their values are averaged, each weighted by the time for which it prevailed.
 */
public final class Modulations {
    private final long fromMicros;
    private final long toMicros;
    private final List<Modulation> overlapping;

    /**
     * @param inForce in the order in which they began
     * @param fromMicros the window's start, inclusive
     * @param toMicros its end, exclusive
     */
    Modulations(Collection<Modulation> inForce, long fromMicros, long toMicros) {
        this.fromMicros = fromMicros;
        this.toMicros = toMicros;
        this.overlapping = inForce.stream()
                .filter(modulation -> modulation.overlaps(fromMicros, toMicros))
                .toList();
    }

    /** Multiplies the learning rate of a neuron's dendrite. */
    public double attention(int neuron) {
        return mean(Kind.ATTENTION, neuron);
    }

    /** Level of stress of the network, from 0 to 1. */
    public double stress() {
        return mean(Kind.STRESS, 0);
    }

    /** Returns whether a neuron was stimulated, or held back, in some of the window. */
    public boolean isStimulated(int neuron) {
        return mean(Kind.STIMULATION, neuron) != Kind.STIMULATION.neutral();
    }

    private double mean(Kind kind, int neuron) {
        if (overlapping.isEmpty()) {
            return kind.neutral();
        }
        List<Modulation> covering = new ArrayList<>();
        TreeSet<Long> edges = new TreeSet<>(List.of(fromMicros, toMicros));
        for (Modulation modulation : overlapping) {
            if (modulation.kind() == kind && modulation.covers(neuron)) {
                covering.add(modulation);
                edges.add(Math.max(fromMicros, modulation.fromMicros()));
                edges.add(Math.min(toMicros, modulation.toMicros()));
            }
        }
        double sum = 0;
        long from = fromMicros;
        for (long to : edges.tailSet(fromMicros, false)) {
            sum += prevailing(kind, covering, from) * (to - from);
            from = to;
        }
        return sum / (toMicros - fromMicros);
    }

    private static double prevailing(Kind kind, List<Modulation> covering, long atMicros) {
        double value = kind.neutral();
        for (Modulation modulation : covering) {
            if (modulation.overlaps(atMicros, atMicros + 1)) {
                value = modulation.value();
            }
        }
        return value;
    }
}
