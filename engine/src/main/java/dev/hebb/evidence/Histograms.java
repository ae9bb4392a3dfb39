package dev.hebb.evidence;

import java.util.function.IntFunction;

/**
 * Histograms of several pairs.
 *
 * @param size how many there are
 * @param byIndex the histogram of an index from 0; it is valid until the next is asked for
 */
public record Histograms(int size, IntFunction<Histogram> byIndex) {
    /** The histogram of an index from 0. */
    Histogram get(int index) {
        return byIndex.apply(index);
    }
}
