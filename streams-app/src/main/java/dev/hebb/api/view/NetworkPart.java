package dev.hebb.api.view;

/**
 * State of a network in one shard, as of its last closed window. Times are event time in microseconds.
 *
 * @param stage the network's developmental stage
 * @param watermarkMicros nothing earlier is still to come
 * @param windowsClosed windows since the network's first spike, including those that were not observed
 * @param closedUntilMicros end of the last of them
 * @param observedMicros how much of that time was observed
 * @param neurons neurons of this shard that were ever seen
 * @param spikes spikes of them
 * @param active conducting synapses onto them
 * @param dormant synapses onto them that are masked
 * @param activeWeight sum of the weights of the active ones
 */
public record NetworkPart(
        String network,
        int shard,
        String stage,
        long watermarkMicros,
        long windowsClosed,
        long closedUntilMicros,
        long observedMicros,
        int neurons,
        long spikes,
        int active,
        int dormant,
        double activeWeight) {}
