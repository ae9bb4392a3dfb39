package dev.hebb.bench.offline;

import dev.hebb.engine.EngineListener;
import dev.hebb.engine.MemoryEngine;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.NeuronPair;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One network, learned by the engine in this process from a source of spikes, and what was found there. */
final class OfflineNetwork implements EngineListener {
    private final MemoryEngine engine;
    private final Map<ChangeKind, Integer> changes = new EnumMap<>(ChangeKind.class);
    private final Map<Boolean, Set<NeuronPair>> formedBySign = new HashMap<>();

    OfflineNetwork(ShardConfig config, Learning learning) {
        this.engine = new MemoryEngine("offline", config, learning, this);
    }

    /** Learns from all spikes of a source, and closes every window that begins before a time. */
    void learn(SpikeSource source, long untilMicros) throws IOException {
        SpikeBlock block = new SpikeBlock();
        while (source.read(block)) {
            if (!block.isEmpty()) {
                engine.spikes(block.copyTimesMicros(), block.copyNeurons(), block.timeMicros(block.length() - 1));
            }
        }
        engine.closeWindowsBefore(untilMicros);
    }

    /** Returns how often a transition happened. */
    int count(ChangeKind kind) {
        return changes.getOrDefault(kind, 0);
    }

    /** The synapses there are, active and dormant. */
    Set<NeuronPair> synapses() {
        Set<NeuronPair> pairs = synapses(false);
        pairs.addAll(synapses(true));
        return pairs;
    }

    /** The synapses of one sign there are, active and dormant. */
    Set<NeuronPair> synapses(boolean inhibitory) {
        Set<NeuronPair> pairs = new HashSet<>();
        engine.eachDendrite((post, row) -> {
            for (int i = 0; i < row.size(); i++) {
                if (row.inhibitory(i) == inhibitory) {
                    pairs.add(new NeuronPair(row.pre(i), post));
                }
            }
        });
        return pairs;
    }

    /** The pairs that had a synapse of one sign at some time. */
    Set<NeuronPair> formed(boolean inhibitory) {
        return Set.copyOf(formedBySign.getOrDefault(inhibitory, Set.of()));
    }

    @Override
    public void change(WindowContext context, int post, SynapseChange change) {
        changes.merge(change.kind(), 1, Integer::sum);
        if (change.kind() == ChangeKind.FORMED) {
            NeuronPair pair = new NeuronPair(change.synapse().pre(), post);
            formedBySign
                    .computeIfAbsent(change.synapse().peak().inhibitory(), sign -> new HashSet<>())
                    .add(pair);
        }
    }
}
