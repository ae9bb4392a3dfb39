package dev.hebb.page.log;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a network, as the page lists it. Times are event time in microseconds.
 *
 * @param seq number within the network's log, in the order of arrival
 * @param kind FORMED, MASKED, UNMASKED, PRUNED, NEURON_PRUNED, NEURON_BORN, COMMAND_APPLIED, COMMAND_REFUSED or
 *     STAGE_CHANGED
 * @param pre null where only one neuron or the whole network is meant
 * @param post the post-synaptic neuron, or the neuron meant; null for the whole network
 * @param reason as on the topic; empty where there is none
 * @param text what happened, in words that may come from outside
 * @param synapse numbers of the synapse; in JSON its fields are those of the event
 */
public record PageEvent(
        long seq,
        long atMicros,
        String kind,
        @Nullable Integer pre,
        @Nullable Integer post,
        String reason,
        String text,
        @JsonUnwrapped SynapseNumbers synapse,
        String stage) {
    /** Numbers of a synapse, as of the event. */
    public record SynapseNumbers(double weight, double z, int lagMicros, boolean inhibitory) {
        /** The numbers where no synapse is meant. */
        static final SynapseNumbers NONE = new SynapseNumbers(0, 0, 0, false);
    }

    /** Returns a copy of this event with its number in the log. */
    PageEvent numbered(long number) {
        return new PageEvent(number, atMicros, kind, pre, post, reason, text, synapse, stage);
    }
}
