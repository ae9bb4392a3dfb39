package dev.hebb.bench.offline;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.produce.SpikeSource;
import dev.hebb.simulate.PlantedSynapse;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.Simulator;
import dev.hebb.synapse.NeuronPair;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Networks that learned with the default settings, and the wiring of simulated ones. */
final class LearnedNetworks {
    private LearnedNetworks() {}

    /** Returns the network that learned from spikes up to a time. */
    static OfflineNetwork learned(SpikeSource spikes, long untilMicros) throws IOException {
        HebbConfig config = ConfigReader.read(Map.of("shards", "1"));
        OfflineNetwork network =
                new OfflineNetwork(config.shard(), config.learning().base());
        network.learn(spikes, untilMicros);
        return network;
    }

    /** Returns the network that learned from a whole simulation. */
    static OfflineNetwork lived(SimulationSettings settings) throws IOException {
        return learned(new Simulator(settings), settings.durationMicros());
    }

    /** Returns all pairs that a simulation connects. */
    static Set<NeuronPair> wiring(SimulationSettings settings) {
        return wiring(settings, planted -> true);
    }

    /** Returns the pairs that a simulation connects by synapses of one sign. */
    static Set<NeuronPair> wiring(SimulationSettings settings, boolean inhibitory) {
        return wiring(settings, planted -> planted.inhibitory() == inhibitory);
    }

    private static Set<NeuronPair> wiring(SimulationSettings settings, Predicate<PlantedSynapse> wanted) {
        return new Simulator(settings)
                .wiring().synapses().stream()
                        .filter(wanted)
                        .map(planted -> new NeuronPair(planted.pre(), planted.post()))
                        .collect(Collectors.toSet());
    }
}
