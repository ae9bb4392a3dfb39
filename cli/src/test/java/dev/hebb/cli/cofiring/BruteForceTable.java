package dev.hebb.cli.cofiring;

import dev.hebb.cli.Records;
import dev.hebb.schema.CoFiring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The contract of counting in the plainest code, with 50 lag bins. */
public final class BruteForceTable {
    private static final int BINS = 50;

    private BruteForceTable() {}

    /** A spike, its time in microseconds. */
    public record Spike(int neuron, long time) {}

    private record Cell(long window, int pre, int post, int lagBin) {}

    /** Returns this many random spikes of this many neurons, at times in [0, until). */
    public static List<Spike> randomSpikes(long seed, int neurons, int spikes, int until) {
        Random random = new Random(seed);
        return random.ints(spikes, 0, until)
                .mapToObj(time -> new Spike(random.nextInt(neurons), time))
                .distinct()
                .toList();
    }

    /** Lines as the oracle prints them. */
    public static List<String> csv(List<Spike> spikes) {
        List<String> lines = new ArrayList<>(List.of("window,pre,post,lag_bin,count"));
        count(spikes)
                .forEach((cell, count) ->
                        lines.add(cell.window + "," + cell.pre + "," + cell.post + "," + cell.lagBin + "," + count));
        return lines;
    }

    /** Spike pairs in each window. */
    public static Map<Long, Long> pairsByWindow(List<Spike> spikes) {
        Map<Long, Long> pairs = new TreeMap<>();
        count(spikes).forEach((cell, count) -> pairs.merge(cell.window, (long) count, Long::sum));
        return pairs;
    }

    /** Returns the same counts by dendrite, as the app publishes them. */
    public static List<CoFiring> coFiring(String network, List<Spike> spikes) {
        Map<Long, Map<Integer, TreeMap<Integer, TreeMap<Integer, Integer>>>> dendrites = new TreeMap<>();
        count(spikes).forEach((cell, count) -> dendrites
                .computeIfAbsent(cell.window, absent -> new TreeMap<>())
                .computeIfAbsent(cell.post, absent -> new TreeMap<>())
                .computeIfAbsent(cell.pre, absent -> new TreeMap<>())
                .put(cell.lagBin, count));
        List<CoFiring> records = new ArrayList<>();
        dendrites.forEach((window, posts) ->
                posts.forEach((post, counts) -> records.add(Records.coFiring(network, post, window, counts))));
        return records;
    }

    private static TreeMap<Cell, Integer> count(List<Spike> spikes) {
        TreeMap<Cell, Integer> counts = new TreeMap<>(Comparator.comparingLong(Cell::window)
                .thenComparingInt(Cell::pre)
                .thenComparingInt(Cell::post)
                .thenComparingInt(Cell::lagBin));
        for (Spike pre : spikes) {
            for (Spike post : spikes) {
                long lag = post.time - pre.time;
                if (pre.neuron != post.neuron && lag >= 0 && lag < (long) BINS * Records.BIN_MICROS) {
                    long window = post.time / Records.WINDOW_MICROS;
                    int bin = (int) (lag / Records.BIN_MICROS);
                    counts.merge(new Cell(window, pre.neuron, post.neuron, bin), 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
