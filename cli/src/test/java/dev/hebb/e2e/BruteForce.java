package dev.hebb.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The counting contract in the plainest code that can be right: windows of 10 s, 50 bins of 1 ms, nothing censored. */
final class BruteForce {
    private static final long WINDOW_MICROS = 10_000_000;
    private static final long REACH_MICROS = 50_000;
    private static final long BIN_MICROS = 1_000;

    private record Spike(int neuron, long timeMicros) {}

    private BruteForce() {}

    /** "window,pre,post,lag bin" to count, from a CSV of neuron and time_us. */
    static Map<String, Integer> count(Path csv) throws IOException {
        List<Spike> spikes = Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Spike(Integer.parseInt(cells[0]), Long.parseLong(cells[1])))
                .distinct()
                .sorted((a, b) -> Long.compare(a.timeMicros(), b.timeMicros()))
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        int first = 0;
        for (int k = 0; k < spikes.size(); k++) {
            Spike later = spikes.get(k);
            while (spikes.get(first).timeMicros() <= later.timeMicros() - REACH_MICROS) {
                first++;
            }
            for (Spike earlier : spikes.subList(first, k)) {
                add(earlier, later, counts);
            }
        }
        return counts;
    }

    private static void add(Spike earlier, Spike later, Map<String, Integer> counts) {
        long lag = later.timeMicros() - earlier.timeMicros();
        if (earlier.neuron() != later.neuron()) {
            String window = Math.floorDiv(later.timeMicros(), WINDOW_MICROS) + ",";
            String bin = "," + lag / BIN_MICROS;
            counts.merge(window + earlier.neuron() + "," + later.neuron() + bin, 1, Integer::sum);
            if (lag == 0) {
                counts.merge(window + later.neuron() + "," + earlier.neuron() + bin, 1, Integer::sum);
            }
        }
    }
}
