package dev.hebb.api.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * State of a network in one shard, as of its last closed window.
 *
 * @param times how far the shard has come; in JSON its fields are those of the part
 * @param neurons neurons of this shard that were ever seen
 * @param spikes spikes of them
 * @param active conducting synapses onto them
 * @param dormant synapses onto them that are masked
 * @param activeWeight sum of the weights of the active ones
 */
public record NetworkPart(
        String network,
        int shard,
        @JsonUnwrapped NetworkTimes times,
        int neurons,
        long spikes,
        int active,
        int dormant,
        double activeWeight) {}
