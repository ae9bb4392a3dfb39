package dev.hebb.cli.cofiring;

import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.schema.NetworkWindow;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The windows of a network that every shard has closed, with the pairs that were counted in each. */
final class ClosedWindows implements CommittedTopic.Reader<NetworkWindow> {
    private final String network;
    private final SortedMap<Long, ShardSum> windows = new TreeMap<>();

    ClosedWindows(String network) {
        this.network = network;
    }

    @Override
    public void accept(String key, @Nullable NetworkWindow window) {
        if (window != null && window.getNetwork().equals(network)) {
            windows.merge(window.getWindow(), new ShardSum(1, window.getShards(), window.getPairs()), ShardSum::plus);
        }
    }

    /** Pairs counted in each window that all shards have closed, by window. */
    SortedMap<Long, Long> pairs() {
        return windows.entrySet().stream()
                .filter(window -> window.getValue().shards == window.getValue().of)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, window -> window.getValue().pairs, Long::sum, TreeMap::new));
    }

    private record ShardSum(int shards, int of, long pairs) {
        ShardSum plus(ShardSum other) {
            return new ShardSum(shards + other.shards, of, pairs + other.pairs);
        }
    }
}
