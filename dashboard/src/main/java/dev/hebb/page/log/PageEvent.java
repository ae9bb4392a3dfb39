package dev.hebb.page.log;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a network, as the page lists it. Times are event time in microseconds.
 *
 * @param seq number within the feed, in the order of arrival
 * @param kind FORMED, MASKED, UNMASKED, PRUNED, NEURON_PRUNED, NEURON_BORN, COMMAND_APPLIED, COMMAND_REFUSED or
 *     STAGE_CHANGED
 * @param pre null where only one neuron or the whole network is meant
 * @param post the post-synaptic neuron, or the neuron meant; null for the whole network
 * @param reason as on the topic; empty where there is none
 * @param text what happened, in words that may come from outside
 */
public record PageEvent(
        long seq,
        long atMicros,
        String kind,
        @Nullable Integer pre,
        @Nullable Integer post,
        String reason,
        String text,
        double weight,
        double z,
        int lagMicros,
        boolean inhibitory,
        String stage) {
    /** Returns a copy of this event with its place in the feed. */
    PageEvent numbered(long number) {
        return new PageEvent(number, atMicros, kind, pre, post, reason, text, weight, z, lagMicros, inhibitory, stage);
    }
}
