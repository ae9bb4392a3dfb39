package dev.hebb.bench.offline;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.replay.Recording;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.Simulator;
import dev.hebb.synapse.ChangeKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one configuration finds on networks whose wiring is known: the table of docs/evidence.md. Settings are taken from
 * system properties, as in {@code -Dhebb.evidence.alpha=0.01}.
 */
public final class EvidenceTable {
    private final HebbConfig config;
    private final PrintStream out;

    EvidenceTable(HebbConfig config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    /**
     * Prints a line for each network and seed.
     *
     * @param args first seed, last seed, and optionally what a network's name must contain
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> given = System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("hebb.") && !name.equals("hebb.data"))
                .collect(Collectors.toMap(name -> name, System::getProperty));
        HebbConfig config = ConfigReader.read(Settings.of(given, Map.of(), Map.of("shards", "1")));
        EvidenceTable table = new EvidenceTable(config, System.out);
        String part = args.length > 2 ? args[2] : "";
        table.out.println("network;seed;true E;found;false;MCC;ever;false ever;true I;found;false;ever;false ever;s");
        if ("spycon".contains(part)) {
            table.spycon(Path.of(System.getProperty("hebb.data", "../shared/data")));
        }
        for (KnownNetwork network : KnownNetwork.all()) {
            for (long seed = Long.parseLong(args[0]); seed <= Long.parseLong(args[1]); seed++) {
                if (network.name().contains(part)) {
                    table.simulated(network.name(), network.settings(seed));
                }
            }
        }
    }

    private void simulated(String name, SimulationSettings settings) throws IOException {
        Simulator simulator = new Simulator(settings);
        Set<SignedPair> truth = simulator.wiring().synapses().stream()
                .map(planted -> new SignedPair(new Pair(planted.pre(), planted.post()), planted.inhibitory()))
                .collect(Collectors.toSet());
        OfflineNetwork network =
                new OfflineNetwork(config.shard(), config.learning().base());
        Set<SignedPair> ever = formedBy(network);
        long begin = System.nanoTime();
        network.live(simulator, 0);
        network.closeAt(settings.durationMicros());
        print(name + ";" + settings.seed(), network, ever, truth, settings.neurons(), begin);
    }

    private void spycon(Path data) throws IOException {
        Path folder = data.resolve("groundtruth-spycon/derived");
        List<String[]> rows = cells(folder.resolve("spikes_us.csv"));
        Recording spikes = Recording.sorting(
                rows.stream().mapToLong(row -> Long.parseLong(row[1])).toArray(),
                rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray());
        Set<SignedPair> truth = cells(folder.resolve("ground_truth_edges.csv")).stream()
                .map(row -> new SignedPair(new Pair(Integer.parseInt(row[0]), Integer.parseInt(row[1])), false))
                .collect(Collectors.toSet());
        OfflineNetwork network =
                new OfflineNetwork(config.shard(), config.learning().base());
        Set<SignedPair> ever = formedBy(network);
        long begin = System.nanoTime();
        network.live(spikes.source(), 0);
        network.closeAt(3_600_000_000L);
        print("spycon;0", network, ever, truth, 20, begin);
    }

    private static Set<SignedPair> formedBy(OfflineNetwork network) {
        Set<SignedPair> ever = new HashSet<>();
        network.onChange((post, change) -> {
            if (change.kind() == ChangeKind.FORMED) {
                ever.add(new SignedPair(
                        new Pair(change.synapse().pre(), post),
                        change.synapse().peak().inhibitory()));
            }
        });
        return ever;
    }

    private void print(
            String name,
            OfflineNetwork network,
            Set<SignedPair> ever,
            Set<SignedPair> truth,
            int neurons,
            long beginNanos) {
        Score excitatory = Score.of(network.synapses(false, false), of(truth, false), neurons);
        Score inhibitory = Score.of(network.synapses(false, true), of(truth, true), neurons);
        Score formed = Score.of(of(ever, false), of(truth, false), neurons);
        Score formedInhibitory = Score.of(of(ever, true), of(truth, true), neurons);
        out.printf(
                Locale.ROOT,
                "%s;%d;%d;%d;%.3f;%d;%d;%d;%d;%d;%d;%d;%.1f%n",
                name,
                of(truth, false).size(),
                excitatory.truePositives(),
                excitatory.falsePositives(),
                excitatory.mcc(),
                formed.truePositives(),
                formed.falsePositives(),
                of(truth, true).size(),
                inhibitory.truePositives(),
                inhibitory.falsePositives(),
                formedInhibitory.truePositives(),
                formedInhibitory.falsePositives(),
                (System.nanoTime() - beginNanos) / 1e9);
    }

    private static Set<Pair> of(Set<SignedPair> pairs, boolean inhibitory) {
        return pairs.stream()
                .filter(signed -> signed.inhibitory() == inhibitory)
                .map(SignedPair::pair)
                .collect(Collectors.toSet());
    }

    private static List<String[]> cells(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private record SignedPair(Pair pair, boolean inhibitory) {}
}
