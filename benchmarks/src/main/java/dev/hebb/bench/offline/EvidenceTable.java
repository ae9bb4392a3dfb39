package dev.hebb.bench.offline;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.produce.SpikeSource;
import dev.hebb.simulate.PlantedSynapse;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.Simulator;
import dev.hebb.synapse.NeuronPair;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Table of what one configuration finds on networks whose wiring is known: the table of docs/evidence.md. Settings are
 * taken from system properties, as in {@code -Dhebb.evidence.alpha=0.01}.
 */
public final class EvidenceTable {
    private final HebbConfig config;
    private final PrintStream out;

    EvidenceTable(HebbConfig config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    /**
     * Prints a line for each recording in {@code hebb.data}, and for each simulated network and seed.
     *
     * @param args first seed, last seed, and optionally what a network's or recording's name must contain
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> given = System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("hebb.") && !name.equals("hebb.data"))
                .collect(Collectors.toMap(name -> name, System::getProperty));
        HebbConfig config = ConfigReader.read(Settings.of(given, Map.of(), Map.of("shards", "1")));
        EvidenceTable table = new EvidenceTable(config, System.out);
        String part = args.length > 2 ? args[2] : "";
        table.out.println("network;seed;true E;found;false;MCC;ever;false ever;true I;found;false;ever;false ever;s");
        table.recorded(Path.of(System.getProperty("hebb.data", "../shared/data")), part);
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
        List<PlantedSynapse> planted = simulator.wiring().synapses();
        Truth truth = new Truth(of(planted, false), of(planted, true), settings.neurons());
        measure(name + ";" + settings.seed(), simulator, settings.durationMicros(), truth);
    }

    private static Set<NeuronPair> of(List<PlantedSynapse> planted, boolean inhibitory) {
        return planted.stream()
                .filter(synapse -> synapse.inhibitory() == inhibitory)
                .map(synapse -> new NeuronPair(synapse.pre(), synapse.post()))
                .collect(Collectors.toSet());
    }

    private void recorded(Path data, String part) throws IOException {
        for (KnownRecording recording : KnownRecording.under(data)) {
            if (recording.name().contains(part)) {
                Truth truth = new Truth(recording.synapses(false), recording.synapses(true), recording.neurons());
                measure(recording.name() + ";0", recording.spikes().source(), recording.untilMicros(), truth);
            }
        }
    }

    /** The true synapses of a network of this many neurons. */
    private record Truth(Set<NeuronPair> excitatory, Set<NeuronPair> inhibitory, int neurons) {}

    private void measure(String name, SpikeSource spikes, long untilMicros, Truth truth) throws IOException {
        OfflineNetwork network =
                new OfflineNetwork(config.shard(), config.learning().base());
        long begin = System.nanoTime();
        network.learn(spikes, untilMicros);
        Score excitatory = Score.of(network.synapses(false), truth.excitatory(), truth.neurons());
        Score inhibitory = Score.of(network.synapses(true), truth.inhibitory(), truth.neurons());
        Score formed = Score.of(network.formed(false), truth.excitatory(), truth.neurons());
        Score formedInhibitory = Score.of(network.formed(true), truth.inhibitory(), truth.neurons());
        out.printf(
                Locale.ROOT,
                "%s;%d;%d;%d;%.3f;%d;%d;%d;%d;%d;%d;%d;%.1f%n",
                name,
                truth.excitatory().size(),
                excitatory.truePositives(),
                excitatory.falsePositives(),
                excitatory.mcc(),
                formed.truePositives(),
                formed.falsePositives(),
                truth.inhibitory().size(),
                inhibitory.truePositives(),
                inhibitory.falsePositives(),
                formedInhibitory.truePositives(),
                formedInhibitory.falsePositives(),
                (System.nanoTime() - begin) / 1e9);
    }
}
