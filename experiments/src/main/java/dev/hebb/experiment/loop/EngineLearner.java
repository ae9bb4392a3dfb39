package dev.hebb.experiment.loop;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import dev.hebb.engine.EngineListener;
import dev.hebb.engine.MemoryEngine;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.SynapseState;
import dev.hebb.synapse.WindowContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The very engine of the pipeline in this process, in one shard, without Kafka. */
public final class EngineLearner implements Learner, EngineListener {
    private final long windowMicros;
    private final int lagBinMicros;
    private final MemoryEngine engine;
    private final Map<Long, List<Finding>> findings = new HashMap<>();

    /** A new network. */
    public EngineLearner(ShardConfig config, Learning learning, String network) {
        this.windowMicros = config.windowMicros();
        this.lagBinMicros = config.axis().binMicros();
        this.engine = new MemoryEngine(network, config, learning, this);
    }

    @Override
    public void command(long effectiveFromMicros, Command command) {
        engine.command(new TimedCommand(effectiveFromMicros, 0, command, "", "experiment", 0));
    }

    @Override
    public void spikes(long window, SpikeBlock spikes) {
        engine.spikes(spikes.copyTimesMicros(), spikes.copyNeurons(), (window + 1) * windowMicros);
    }

    @Override
    public List<Finding> findings(long window) {
        List<Finding> found = findings.remove(window);
        return found == null ? List.of() : found;
    }

    @Override
    public void change(WindowContext context, int post, SynapseChange change) {
        dev.hebb.synapse.Synapse synapse = change.synapse();
        Finding.Kind kind = Finding.Kind.valueOf(change.kind().name());
        boolean active = kind != Finding.Kind.PRUNED && synapse.state() == SynapseState.ACTIVE;
        add(new Finding(
                context.window(),
                kind,
                change.reason().name(),
                synapse.pre(),
                post,
                active,
                synapse.weight(),
                synapse.peak().lagBin() * lagBinMicros));
    }

    @Override
    public void dendrite(long window, long atMicros, int post, DendriteSynapses row) {
        for (int i = 0; i < row.size(); i++) {
            add(new Finding(
                    window,
                    Finding.Kind.WEIGHT,
                    "",
                    row.pre(i),
                    post,
                    row.active(i),
                    row.weight(i),
                    row.lagBin(i) * lagBinMicros));
        }
    }

    private void add(Finding finding) {
        findings.computeIfAbsent(finding.window(), window -> new ArrayList<>()).add(finding);
    }

    @Override
    public void close() {}
}
