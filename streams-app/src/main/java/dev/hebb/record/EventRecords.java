package dev.hebb.record;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import dev.hebb.census.PrunedNeuron;
import dev.hebb.command.TimedCommand;
import dev.hebb.schema.Dendrite;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.schema.SynapseEventKind;
import dev.hebb.schema.SynapseState;
import dev.hebb.shard.NetworkNotice;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.WindowTotals;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.Synapse;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings of shards and of the census as Avro records. */
public final class EventRecords {
    private EventRecords() {}

    /**
     * A synapse that formed, fell dormant or woke.
     *
     * @param post of the synapse
     * @param window in which it changed
     */
    public static SynapseEvent synapse(
            String network, int post, SynapseChange change, WindowContext window, ShardConfig config) {
        Synapse synapse = change.synapse();
        return SynapseEvent.newBuilder()
                .setNetwork(network)
                .setPre(synapse.pre())
                .setPost(post)
                .setKind(SynapseEventKind.valueOf(change.kind().name()))
                .setReason(change.reason().name())
                .setWeight(synapse.weight())
                .setLagMicros(lagMicros(synapse.peak().lagBin(), config))
                .setZ(synapse.peak().z())
                .setStage(window.stage().name())
                .setAt(window.endMicros())
                .setWindow(window.window())
                .setFormedAt(synapse.times().formedAtMicros())
                .setLastCoFiredAt(synapse.times().lastCoFiredAtMicros())
                .setInhibitory(synapse.peak().inhibitory())
                .setFdr(synapse.peak().falseDiscoveryRate())
                .build();
    }

    /**
     * A synapse that was pruned.
     *
     * @param post of the synapse
     * @param window in which it was pruned
     */
    public static PruningEvent pruning(
            String network, int post, SynapseChange change, WindowContext window, ShardConfig config) {
        Synapse synapse = change.synapse();
        return PruningEvent.newBuilder()
                .setNetwork(network)
                .setKind(PruningKind.SYNAPSE)
                .setPre(synapse.pre())
                .setPost(post)
                .setReason(PruningReason.valueOf(change.reason().name()))
                .setWeight(synapse.weight())
                .setZ(synapse.peak().z())
                .setLagMicros(lagMicros(synapse.peak().lagBin(), config))
                .setStage(window.stage().name())
                .setFormedAt(synapse.times().formedAtMicros())
                .setLastCoFiredAt(synapse.times().lastCoFiredAtMicros())
                .setInhibitory(synapse.peak().inhibitory())
                .setFdr(synapse.peak().falseDiscoveryRate())
                .setAt(window.endMicros())
                .setWindow(window.window())
                .build();
    }

    /** @param report of any shard on the window in which the neuron was pruned */
    public static PruningEvent pruning(String network, NeuronReport report, PrunedNeuron pruned) {
        return PruningEvent.newBuilder()
                .setNetwork(network)
                .setKind(PruningKind.NEURON)
                .setPost(pruned.neuron())
                .setReason(PruningReason.valueOf(pruned.reason().name()))
                .setWeight(0)
                .setZ(0)
                .setLagMicros(0)
                .setStage(report.window().stage())
                .setFormedAt(pruned.life().firstFormedMicros())
                .setLastCoFiredAt(pruned.life().lastSpikeMicros())
                .setAt(report.window().endMicros())
                .setWindow(report.window().index())
                .build();
    }

    /**
     * All synapses of a dendrite, an array for each of their numbers.
     *
     * @param window after which they are so
     * @param atMicros its end, event time
     * @param config with the width of lag bins
     */
    public static Dendrite dendrite(
            String network, long window, long atMicros, int post, DendriteSynapses row, ShardConfig config) {
        int size = row.size();
        int[] pre = new int[size];
        double[] weight = new double[size];
        List<SynapseState> state = new ArrayList<>(size);
        int[] lagMicros = new int[size];
        double[] z = new double[size];
        long[] formedAt = new long[size];
        long[] lastCoFiredAt = new long[size];
        List<Boolean> inhibitory = new ArrayList<>(size);
        List<@Nullable Double> fdr = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            pre[i] = row.pre(i);
            weight[i] = row.weight(i);
            state.add(row.active(i) ? SynapseState.ACTIVE : SynapseState.DORMANT);
            lagMicros[i] = lagMicros(row.lagBin(i), config);
            z[i] = row.z(i);
            formedAt[i] = row.formedAtMicros(i);
            lastCoFiredAt[i] = row.lastCoFiredAtMicros(i);
            inhibitory.add(row.inhibitory(i));
            fdr.add(row.peak(i).falseDiscoveryRate());
        }
        return Dendrite.newBuilder()
                .setNetwork(network)
                .setPost(post)
                .setWindow(window)
                .setAsOf(atMicros)
                .setPre(Ints.asList(pre))
                .setWeight(Doubles.asList(weight))
                .setState(state)
                .setLagMicros(Ints.asList(lagMicros))
                .setZ(Doubles.asList(z))
                .setFormedAt(Longs.asList(formedAt))
                .setLastCoFiredAt(Longs.asList(lastCoFiredAt))
                .setInhibitory(inhibitory)
                .setFdr(fdr)
                .build();
    }

    /** What happened to a network as a whole; with the command, if it is the answer to one. */
    public static NetworkEvent notice(String network, NetworkNotice notice) {
        NetworkEvent.Builder event = NetworkEvent.newBuilder()
                .setNetwork(network)
                .setKind(NetworkEventKind.valueOf(notice.kind().name()))
                .setAt(notice.atMicros())
                .setWindow(notice.window())
                .setStage(notice.stage())
                .setNeuron(notice.neuron() < 0 ? null : notice.neuron())
                .setDetail(notice.detail());
        TimedCommand command = notice.command();
        if (command != null) {
            event.setCommand(command.command().words())
                    .setCommandId(command.id())
                    .setSentBy(command.sentBy())
                    .setSentAt(command.sentAtMicros());
        }
        return event.build();
    }

    /** The totals of a window that a shard has closed. */
    public static NetworkWindow window(String network, int shard, int shards, WindowTotals totals) {
        return NetworkWindow.newBuilder()
                .setNetwork(network)
                .setShard(shard)
                .setShards(shards)
                .setWindow(totals.window())
                .setStart(totals.span().startMicros())
                .setEnd(totals.endMicros())
                .setObservedMicros(totals.observedMicros())
                .setNetworkSpikes(totals.activity().networkSpikes())
                .setSpikes(totals.activity().spikes())
                .setNeurons(totals.activity().neurons())
                .setPairs(totals.activity().pairs())
                .setActive(totals.synapses().active())
                .setDormant(totals.synapses().dormant())
                .setFormed(totals.transitions().formed())
                .setMasked(totals.transitions().masked())
                .setUnmasked(totals.transitions().unmasked())
                .setPruned(totals.transitions().pruned())
                .setMeanWeight(totals.synapses().meanWeight())
                .setStage(totals.stage())
                .setStress(totals.stress())
                .setStimulated(totals.activity().stimulated())
                .build();
    }

    private static int lagMicros(int lagBin, ShardConfig config) {
        return lagBin * config.axis().binMicros();
    }
}
