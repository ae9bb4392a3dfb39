package dev.hebb.api.view;

import org.jspecify.annotations.Nullable;

/**
 * The cumulative histogram of an ordered pair, and how it was last judged.
 *
 * @param causal spike pairs with the pre-synaptic neuron first, by lag bin, from lag 0; null where none is kept
 * @param antiCausal spike pairs with the post-synaptic neuron first, by lag bin, from the shortest
 * @param judgedAtMicros event time up to which the histogram counts, in microseconds
 * @param verdict CONNECTED, NOT_CONNECTED or UNDECIDED; null where the pair was not judged
 * @param z how many standard deviations the peak stands above chance
 * @param p probability of such a peak by chance, corrected for everything that was tried
 * @param lagMicros left edge of the peak
 */
public record PairEvidence(
        long @Nullable [] causal,
        long @Nullable [] antiCausal,
        @Nullable Long judgedAtMicros,
        @Nullable String verdict,
        @Nullable Double z,
        @Nullable Double p,
        @Nullable Integer lagMicros) {}
