package dev.hebb.cli.watch;

import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NumberText;
import dev.hebb.schema.NetworkWindow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** One line for each closed window of a network, once all its shards have reported it. */
final class WindowLines implements Lines<NetworkWindow> {
    /** Windows that wait for shards; a tail that starts in the middle has some that will never be whole. */
    private static final int WAITING_AT_MOST = 10_000;

    private final Columns columns = new Columns()
            .left("UNTIL", 16)
            .left("NETWORK", 10)
            .right("WINDOW", 7)
            .right("NEURONS", 7)
            .right("SPIKES", 7)
            .right("PAIRS", 11)
            .right("ACTIVE", 6)
            .right("DORMANT", 7)
            .right("FORMED", 6)
            .right("MASKED", 6)
            .right("UNMASKED", 8)
            .right("PRUNED", 6)
            .right("WEIGHT", 6)
            .left("STAGE", 8);
    private final Map<Key, List<NetworkWindow>> waiting = new LinkedHashMap<>();

    private record Key(String network, long window) {}

    @Override
    public String header() {
        return columns.header();
    }

    @Override
    public String network(NetworkWindow window) {
        return window.getNetwork();
    }

    @Override
    public List<String> of(NetworkWindow window) {
        Key key = new Key(window.getNetwork(), window.getWindow());
        List<NetworkWindow> shards = waiting.computeIfAbsent(key, absent -> new ArrayList<>());
        shards.add(window);
        if (shards.size() < window.getShards()) {
            if (waiting.size() > WAITING_AT_MOST) {
                waiting.remove(waiting.keySet().iterator().next());
            }
            return List.of();
        }
        waiting.remove(key);
        return List.of(line(shards));
    }

    /** Windows that not every shard has reported. */
    @Override
    public List<String> rest() {
        return waiting.values().stream()
                .map(shards -> line(shards) + "  (" + shards.size() + " of "
                        + shards.get(0).getShards() + " shards)")
                .toList();
    }

    private String line(List<NetworkWindow> shards) {
        NetworkWindow any = shards.get(0);
        return columns.line(
                EventTime.of(any.getEnd()),
                any.getNetwork(),
                any.getWindow(),
                sum(shards, NetworkWindow::getNeurons),
                any.getNetworkSpikes(),
                NumberText.grouped(sumLong(shards, NetworkWindow::getPairs)),
                sum(shards, NetworkWindow::getActive),
                sum(shards, NetworkWindow::getDormant),
                sum(shards, NetworkWindow::getFormed),
                sum(shards, NetworkWindow::getMasked),
                sum(shards, NetworkWindow::getUnmasked),
                sum(shards, NetworkWindow::getPruned),
                NumberText.fixed(meanWeight(shards), 3),
                any.getStage());
    }

    private static double meanWeight(List<NetworkWindow> shards) {
        int active = sum(shards, NetworkWindow::getActive);
        double weight = shards.stream()
                .mapToDouble(shard -> shard.getMeanWeight() * shard.getActive())
                .sum();
        return active == 0 ? 0 : weight / active;
    }

    private static int sum(List<NetworkWindow> shards, ToIntFunction<NetworkWindow> what) {
        return shards.stream().mapToInt(what).sum();
    }

    private static long sumLong(List<NetworkWindow> shards, ToLongFunction<NetworkWindow> what) {
        return shards.stream().mapToLong(what).sum();
    }
}
