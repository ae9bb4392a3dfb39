package dev.hebb.experiment.loop;

import dev.hebb.bench.offline.MemoryStorage;
import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import dev.hebb.config.HebbConfig;
import dev.hebb.framing.Frame;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.NetworkNotice;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ShardOutputs;
import dev.hebb.shard.WindowTotals;
import dev.hebb.shard.Workbench;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.SynapseState;
import dev.hebb.synapse.WindowContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The very engine of the pipeline in this process, in one shard, without Kafka. */
public final class EngineLearner implements Learner, ShardOutputs {
    private final long windowMicros;
    private final int lagBinMicros;
    private final NetworkShard shard;
    private final List<TimedCommand> commands = new ArrayList<>();
    private final Map<Long, List<Finding>> findings = new HashMap<>();
    private long seq;
    private long commanded;

    /** A new network. */
    public EngineLearner(HebbConfig config, String network) {
        this.windowMicros = config.shard().windowMicros();
        this.lagBinMicros = config.shard().axis().binMicros();
        Workbench bench = new Workbench(config.shard(), config.learning().of(network));
        this.shard =
                NetworkShard.open(bench, 0, new MemoryStorage(config.shard().axis()));
    }

    @Override
    public void command(long effectiveFromMicros, Command command) {
        commands.add(new TimedCommand(effectiveFromMicros, commanded++, command, "", "experiment", 0));
    }

    @Override
    public void spikes(long window, SpikeBlock spikes) {
        long end = (window + 1) * windowMicros;
        List<TimedCommand> due = commands.stream()
                .filter(command -> command.effectiveFromMicros() <= end)
                .toList();
        commands.removeAll(due);
        shard.accept(
                new Frame(
                        "experiment",
                        seq++,
                        end,
                        spikes.copyTimesMicros(),
                        spikes.copyNeurons(),
                        List.of(),
                        due,
                        0,
                        0,
                        0),
                this);
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
    public void coFiring(CoFiringCounts counts) {}

    @Override
    public void notice(NetworkNotice notice) {}

    @Override
    public void closed(WindowTotals totals, NeuronReport report) {}

    @Override
    public void close() {}
}
