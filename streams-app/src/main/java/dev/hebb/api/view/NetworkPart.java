package dev.hebb.api.view;

/**
 * What one shard knows of a network. Times are event time in microseconds.
 *
 * @param stage the network's developmental stage
 * @param watermarkMicros nothing earlier is still to come
 * @param windowsClosed windows closed since the network's first spike
 * @param closedUntilMicros end of the last of them; 0 if there is none
 * @param neurons neurons of this shard that were ever seen and not pruned
 * @param spikesKept spikes of the whole network that the shard still needs
 * @param active conducting synapses onto this shard's neurons
 * @param dormant synapses that are masked
 * @param activeWeight sum of the weights of the active ones
 */
public record NetworkPart(
        String network,
        int shard,
        String stage,
        long watermarkMicros,
        long windowsClosed,
        long closedUntilMicros,
        int neurons,
        long spikesKept,
        int active,
        int dormant,
        double activeWeight) {}
