package dev.hebb.evidence;

/**
 * A two-sided histogram of an ordered pair inside a larger array: 2K bins, causal lag bin ℓ at K + ℓ, anti-causal at
 * K − 1 − ℓ. A view: read at once, never kept.
 *
 * @param counts holds it
 * @param from index of its first bin
 */
public record Histogram(int[] counts, int from) {
    /** Counts of some bins of the two-sided histogram. */
    long sum(int bin, int width) {
        long sum = 0;
        for (int i = from + bin; i < from + bin + width; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
