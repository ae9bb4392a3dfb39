package dev.hebb.api.answer;

import dev.hebb.api.view.Dendrite;
import dev.hebb.api.view.NetworkPart;
import dev.hebb.api.view.NetworkTimes;
import dev.hebb.api.view.ShardDirectory;
import dev.hebb.api.view.ShardView;
import dev.hebb.api.view.SynapseView;
import dev.hebb.control.NetworkTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers about whole networks. Asks the shard that owns a dendrite, or all shards one after the other. What several
 * shards say need not be of the same moment.
 *
 * <p>Every method throws {@link dev.hebb.api.view.NotReadyException} while a shard that it needs cannot be asked, and
 * {@link UnknownNetworkException} if no shard knows the network.
 */
public final class Answers {
    private static final int NETWORKS_LISTED = 10;

    private final ShardDirectory shards;
    private final LagScale scale;

    public Answers(ShardDirectory shards, LagScale scale) {
        this.shards = shards;
        this.scale = scale;
    }

    /**
     * Units of counts.
     *
     * @param lagBinMicros width of a lag bin, in microseconds
     * @param windowMicros length of a window, in microseconds
     */
    public record LagScale(long lagBinMicros, long windowMicros) {}

    /** Every network, by name. */
    public List<NetworkAnswer> networks() {
        Map<String, List<NetworkPart>> parts = new TreeMap<>();
        for (ShardView shard : shards.all()) {
            for (NetworkPart part : shard.networks()) {
                parts.computeIfAbsent(part.network(), name -> new ArrayList<>()).add(part);
            }
        }
        return parts.values().stream().map(NetworkAnswer::of).toList();
    }

    public NetworkDetail network(String network) {
        List<NetworkPart> parts = new ArrayList<>();
        for (ShardView shard : shards.of(network)) {
            shard.network(network).ifPresent(parts::add);
        }
        if (parts.isEmpty()) {
            throw unknown(network);
        }
        return new NetworkDetail(NetworkAnswer.of(parts), parts);
    }

    /**
     * All synapses onto a neuron.
     *
     * @throws UnknownNeuronException if it never fired
     */
    public Dendrite dendrite(String network, int post) {
        ShardView owner = owner(network, post);
        return owner.dendrite(network, post).orElseThrow(() -> new UnknownNeuronException(network, post));
    }

    /**
     * A neuron's synapses in both directions.
     *
     * @throws UnknownNeuronException if it never fired
     */
    public Partners partners(String network, int neuron) {
        List<SynapseView> in = dendrite(network, neuron).synapses();
        List<SynapseView> out = new ArrayList<>();
        for (ShardView shard : shards.of(network)) {
            out.addAll(shard.synapsesFrom(network, neuron));
        }
        out.sort(Comparator.comparingInt(SynapseView::post));
        return new Partners(network, neuron, in, out);
    }

    /** Every synapse of the network, by pre and post. */
    public List<SynapseView> synapses(String network) {
        List<SynapseView> synapses = new ArrayList<>();
        boolean known = false;
        for (ShardView shard : shards.of(network)) {
            List<SynapseView> part = shard.synapses(network);
            synapses.addAll(part);
            known |= !part.isEmpty() || shard.network(network).isPresent();
        }
        if (!known) {
            throw unknown(network);
        }
        synapses.sort(SynapseView.BY_PRE_AND_POST);
        return synapses;
    }

    /**
     * Counts, histogram, evidence and synapse of an ordered pair.
     *
     * @throws UnknownNeuronException if the post-synaptic neuron never fired
     */
    public PairAnswer pair(String network, int pre, int post) {
        Dendrite dendrite = dendrite(network, post);
        ShardView owner = shards.owner(network, post);
        return new PairAnswer(
                network,
                pre,
                post,
                scale.lagBinMicros,
                scale.windowMicros,
                dendrite.synapses().stream()
                        .filter(synapse -> synapse.pre() == pre)
                        .findFirst()
                        .orElse(null),
                owner.evidence(network, pre, post).orElse(null),
                owner.windows(network, pre, post));
    }

    /**
     * The strongest routes from a neuron.
     *
     * @throws UnknownNeuronException if it never fired
     */
    public List<Pathway> pathways(String network, int from, Pathways.Wanted wanted) {
        dendrite(network, from);
        return pathways(network, List.of(from), wanted);
    }

    /** The strongest routes that leave a set of neurons. */
    public List<Pathway> pathways(String network, Collection<Integer> from, Pathways.Wanted wanted) {
        long closedUntil = network(network).total().times().closedUntilMicros();
        return new Pathways(synapses(network), closedUntil).from(from, wanted);
    }

    /** Throws {@link UnknownNetworkException} if no shard knows the network. */
    public void requireKnown(String network) {
        network(network);
    }

    /** Returns a network's event time: the end of its last closed window, and its watermark. */
    public NetworkTime time(String network) {
        NetworkTimes times = network(network).total().times();
        return new NetworkTime(network, times.closedUntilMicros(), times.watermarkMicros(), scale.windowMicros);
    }

    private ShardView owner(String network, int neuron) {
        ShardView owner = shards.owner(network, neuron);
        if (owner.network(network).isEmpty()) {
            throw unknown(network);
        }
        return owner;
    }

    private UnknownNetworkException unknown(String network) {
        List<String> known = networks().stream()
                .map(NetworkAnswer::network)
                .limit(NETWORKS_LISTED)
                .toList();
        return new UnknownNetworkException(network, known);
    }
}
