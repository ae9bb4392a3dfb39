package dev.hebb.rule;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * STDP in the plainest code that can be right: from moment to moment, looking back at every earlier spike, no traces.
 */
record StdpByHand(StdpConstants constants, boolean nearest, boolean inhibitory) {
    double learn(double weight, double rate, long[] pre, long[] post) {
        long[] acts = Arrays.stream(post)
                .map(at -> at + constants.dendriticDelayMicros())
                .toArray();
        long[] moments = LongStream.concat(Arrays.stream(pre), Arrays.stream(acts))
                .sorted()
                .distinct()
                .toArray();
        double w = weight;
        for (long now : moments) {
            double causal = rate * sum(pre, now, constants.tauPlusMicros());
            double antiCausal = rate * sum(acts, now, constants.tauMinusMicros());
            if (Arrays.binarySearch(acts, now) >= 0) {
                w = inhibitory ? down(w, causal) : up(w, causal);
            }
            if (Arrays.binarySearch(pre, now) >= 0) {
                w = inhibitory ? up(w, antiCausal) : down(w, antiCausal);
            }
        }
        return w;
    }

    private double sum(long[] times, long now, double tau) {
        double sum = 0;
        for (long time : times) {
            if (time < now) {
                double pair = Math.exp((time - now) / tau);
                sum = nearest ? pair : sum + pair;
            }
        }
        return sum;
    }

    private double up(double w, double amount) {
        return Math.min(1, w + constants.plus() * Math.pow(1 - w, constants.muPlus()) * amount);
    }

    private double down(double w, double amount) {
        return Math.max(0, w - constants.minus() * Math.pow(w, constants.muMinus()) * amount);
    }
}
