package dev.hebb.api.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hebb.api.view.NetworkPart;
import dev.hebb.api.view.NetworkTimes;
import java.util.Comparator;
import java.util.List;

/**
 * A network, over all its shards.
 *
 * @param times how far the shard has come that is furthest behind, with the watermark that every shard has reached; in
 *     JSON its fields are those of the network
 * @param neurons neurons that were ever seen
 * @param spikes their spikes
 * @param synapses how many there are
 * @param meanActiveWeight mean weight of active synapses, 0 where there is none
 * @param shardsReporting shards that know the network
 */
public record NetworkAnswer(
        String network,
        @JsonUnwrapped NetworkTimes times,
        int neurons,
        long spikes,
        SynapseCounts synapses,
        double meanActiveWeight,
        int shardsReporting) {
    /** Synapses by state. */
    public record SynapseCounts(int active, int dormant) {}

    /** Adds up what the shards report of one network; at least one must. */
    static NetworkAnswer of(List<NetworkPart> parts) {
        NetworkTimes last = parts.stream()
                .map(NetworkPart::times)
                .min(Comparator.comparingLong(NetworkTimes::windowsClosed))
                .orElseThrow();
        long watermark = parts.stream()
                .mapToLong(part -> part.times().watermarkMicros())
                .min()
                .orElseThrow();
        int active = parts.stream().mapToInt(NetworkPart::active).sum();
        double weight = parts.stream().mapToDouble(NetworkPart::activeWeight).sum();
        return new NetworkAnswer(
                parts.get(0).network(),
                new NetworkTimes(
                        last.stage(), watermark, last.windowsClosed(), last.closedUntilMicros(), last.observedMicros()),
                parts.stream().mapToInt(NetworkPart::neurons).sum(),
                parts.stream().mapToLong(NetworkPart::spikes).sum(),
                new SynapseCounts(
                        active, parts.stream().mapToInt(NetworkPart::dormant).sum()),
                active == 0 ? 0 : weight / active,
                parts.size());
    }
}
