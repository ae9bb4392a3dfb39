package dev.hebb.loop;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.synapse.SynapseState;
import dev.hebb.tissue.SynapseNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plasticity in memory: remembers all spikes, and answers each window by its lesson, or by what the window's spikes
 * say.
 */
final class ScriptedPlasticity implements Plasticity {
    final SpikeBlock received = new SpikeBlock();
    final List<Long> reached = new ArrayList<>();
    final List<Long> asked = new ArrayList<>();

    private final Map<Long, List<SynapseNews>> lessons = new TreeMap<>();

    ScriptedPlasticity teach(long window, SynapseNews... news) {
        lessons.put(window, List.of(news));
        return this;
    }

    @Override
    public void live(SpikeBlock spikes, long untilMicros) {
        received.addAll(spikes);
        reached.add(untilMicros);
    }

    /**
     * Returns the lesson of a window. If there are no lessons at all, returns a synapse between the first and the last
     * neuron that have fired, as strong as their ids say.
     */
    @Override
    public List<SynapseNews> newsOf(long window) {
        asked.add(window);
        if (!lessons.isEmpty() || received.isEmpty()) {
            return lessons.getOrDefault(window, List.of());
        }
        int pre = received.neuron(0);
        int post = received.neuron(received.length() - 1);
        return List.of(SynapseNews.present(pre, post, SynapseState.ACTIVE, (post % 10) / 10.0, 2_000));
    }
}
