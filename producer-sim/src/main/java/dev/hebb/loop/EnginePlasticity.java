package dev.hebb.loop;

import dev.hebb.command.TimedCommand;
import dev.hebb.engine.EngineListener;
import dev.hebb.engine.MemoryEngine;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.Synapse;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import dev.hebb.tissue.SynapseNews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pipeline's engine in this process, without Kafka. */
public final class EnginePlasticity implements Plasticity, CommandSink {
    private final int lagBinMicros;
    private final MemoryEngine engine;
    private final Map<Long, List<SynapseNews>> windows = new HashMap<>();

    /**
     * A new network.
     *
     * @param config with one shard
     */
    public EnginePlasticity(String network, ShardConfig config, Learning learning) {
        this.lagBinMicros = config.axis().binMicros();
        this.engine = new MemoryEngine(network, config, learning, new Findings());
    }

    @Override
    public void send(TimedCommand command) {
        engine.command(command);
    }

    @Override
    public void live(SpikeBlock spikes, long untilMicros) {
        engine.spikes(spikes.copyTimesMicros(), spikes.copyNeurons(), untilMicros);
    }

    @Override
    public List<SynapseNews> newsOf(long window) {
        List<SynapseNews> news = windows.remove(window);
        return news == null ? List.of() : news;
    }

    /** Receiver of the engine's results, which it keeps as news by window. */
    private final class Findings implements EngineListener {
        @Override
        public void change(WindowContext context, int post, SynapseChange change) {
            Synapse synapse = change.synapse();
            long lagMicros = (long) synapse.peak().lagBin() * lagBinMicros;
            add(
                    context.window(),
                    change.kind() == ChangeKind.PRUNED
                            ? SynapseNews.pruned(synapse.pre(), post, change.reason())
                            : SynapseNews.present(synapse.pre(), post, synapse.state(), synapse.weight(), lagMicros));
        }

        @Override
        public void dendrite(long window, long atMicros, int post, DendriteSynapses row) {
            for (int i = 0; i < row.size(); i++) {
                long lagMicros = (long) row.lagBin(i) * lagBinMicros;
                add(window, SynapseNews.present(row.pre(i), post, row.state(i), row.weight(i), lagMicros));
            }
        }

        private void add(long window, SynapseNews news) {
            windows.computeIfAbsent(window, key -> new ArrayList<>()).add(news);
        }
    }
}
