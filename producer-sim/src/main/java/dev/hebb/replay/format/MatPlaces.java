package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.format.MatValue.Matrix;
import dev.hebb.replay.format.MatValue.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Channels and positions of units in a structure of CellExplorer: {@code maxWaveformCh1}, the channel with the largest
 * waveform, counted from 1, and {@code trilat_x} and {@code trilat_y} in micrometres.
 */
final class MatPlaces {
    private MatPlaces() {}

    /**
     * The units.
     *
     * @param neurons the neuron of each
     */
    static List<KnownNeuron> of(Structure structure, int[] neurons) {
        double[] channels = column(structure.field("maxWaveformCh1"), neurons.length);
        double[] x = column(structure.field("trilat_x"), neurons.length);
        double[] y = column(structure.field("trilat_y"), neurons.length);
        List<KnownNeuron> known = new ArrayList<>();
        for (int unit = 0; unit < neurons.length; unit++) {
            KnownNeuron neuron = KnownNeuron.of(neurons[unit]).at(x[unit], y[unit], Double.NaN);
            boolean isChannel = channels[unit] == Math.rint(channels[unit]);
            known.add(isChannel ? neuron.on(Long.toString((long) channels[unit])) : neuron);
        }
        return known;
    }

    /** A number for each unit; what is not there is not a number. */
    private static double[] column(@Nullable MatValue value, int units) {
        double[] column = new double[units];
        Arrays.fill(column, Double.NaN);
        if (value instanceof Matrix numbers && numbers.isVector() && numbers.length() == units) {
            if (numbers.data() instanceof double[] doubles) {
                return doubles.clone();
            }
            Arrays.setAll(column, k -> ((long[]) numbers.data())[k]);
        }
        return column;
    }
}
