package dev.hebb.api.view;

import org.jspecify.annotations.Nullable;

/**
 * The cumulative histogram of an ordered pair as it was last counted, and what it says when it is judged alone. The
 * pipeline looks at more: whether newest and older counts agree, and whether other peaks explain this one.
 *
 * @param causal spike pairs with the pre-synaptic neuron first or both at once, by lag bin, from lag 0
 * @param antiCausal spike pairs with the post-synaptic neuron first, by lag bin, from the shortest
 * @param verdict CONNECTED, NOT_CONNECTED or UNDECIDED
 * @param significant whether there is a peak far above chance, be it a synapse's or a common drive's, or a trough far
 *     below
 * @param z how many standard deviations the peak stands above chance; negative for a trough, the mark of inhibition; 0
 *     where neither is significant
 * @param p tail probability of that z for one pair, one lag and one width
 * @param excess spike pairs in the peak beyond chance; negative for a trough
 * @param lagMicros left edge of the peak
 * @param widthMicros its width
 * @param recordingNeeded how many times the recording so far it takes to decide; null if the verdict is not UNDECIDED,
 *     or no spike pair was counted
 */
public record PairEvidence(
        int[] causal,
        int[] antiCausal,
        String verdict,
        boolean significant,
        double z,
        double p,
        double excess,
        int lagMicros,
        int widthMicros,
        @Nullable Double recordingNeeded) {}
