package dev.hebb.evidence;

import java.util.function.IntFunction;

/**
 * A sample of a network's ordered pairs, each with its reverse, in any order.
 *
 * @param cumulative their cumulative histograms
 * @param pair whose the histogram of an index is
 */
public record PairSample(Histograms cumulative, IntFunction<SlotPair> pair) {
    int size() {
        return cumulative.size();
    }

    Histogram histogram(int index) {
        return cumulative.get(index);
    }

    SlotPair pairAt(int index) {
        return pair.apply(index);
    }
}
