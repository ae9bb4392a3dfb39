package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import java.util.ArrayList;
import java.util.List;

/**
 * Electrodes with their positions in micrometres, in columns of one length.
 *
 * @param names of each
 * @param x of each; not a number where it is not known, as y and z
 */
record ElectrodeMap(String[] names, double[] x, double[] y, double[] z) {
    /** A neuron on these electrodes lies in their middle, and nowhere where none of them has a position. */
    KnownNeuron place(KnownNeuron neuron, int[] electrodes) {
        List<String> known = new ArrayList<>();
        int count = 0;
        double[] sum = new double[3];
        for (int electrode : electrodes) {
            if (electrode >= 0 && electrode < names.length) {
                known.add(names[electrode]);
                sum[0] += x[electrode];
                sum[1] += y[electrode];
                sum[2] += z[electrode];
                count++;
            }
        }
        KnownNeuron on = neuron.on(String.join(" ", known));
        return count == 0 ? on : on.at(sum[0] / count, sum[1] / count, sum[2] / count);
    }
}
