package dev.hebb.api.answer;

import dev.hebb.api.view.NetworkPart;
import java.util.Comparator;
import java.util.List;

/**
 * A network, over all its shards. Times are event time in microseconds.
 *
 * @param stage developmental stage, of the shard that is furthest behind
 * @param watermarkMicros nothing earlier is still to come, as every shard knows
 * @param windowsClosed windows closed in every shard
 * @param closedUntilMicros end of the last of them
 * @param observedMicros how much of that time was observed
 * @param neurons neurons that were ever seen
 * @param spikes their spikes
 * @param synapses how many there are
 * @param meanActiveWeight mean weight of active synapses, 0 where there is none
 * @param shardsReporting shards that know the network
 */
public record NetworkAnswer(
        String network,
        String stage,
        long watermarkMicros,
        long windowsClosed,
        long closedUntilMicros,
        long observedMicros,
        int neurons,
        long spikes,
        SynapseCounts synapses,
        double meanActiveWeight,
        int shardsReporting) {
    /** Synapses by state. */
    public record SynapseCounts(int active, int dormant) {}

    /** Adds up what the shards report of one network; at least one must. */
    static NetworkAnswer of(List<NetworkPart> parts) {
        NetworkPart last = parts.stream()
                .min(Comparator.comparingLong(NetworkPart::windowsClosed))
                .orElseThrow();
        int active = parts.stream().mapToInt(NetworkPart::active).sum();
        double weight = parts.stream().mapToDouble(NetworkPart::activeWeight).sum();
        return new NetworkAnswer(
                last.network(),
                last.stage(),
                parts.stream().mapToLong(NetworkPart::watermarkMicros).min().orElseThrow(),
                last.windowsClosed(),
                last.closedUntilMicros(),
                last.observedMicros(),
                parts.stream().mapToInt(NetworkPart::neurons).sum(),
                parts.stream().mapToLong(NetworkPart::spikes).sum(),
                new SynapseCounts(
                        active, parts.stream().mapToInt(NetworkPart::dormant).sum()),
                active == 0 ? 0 : weight / active,
                parts.size());
    }
}
