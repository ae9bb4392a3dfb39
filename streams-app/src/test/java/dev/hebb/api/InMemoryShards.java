package dev.hebb.api;

import dev.hebb.api.answer.Answers;
import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.api.answer.PrunedAnswer;
import dev.hebb.api.view.Condition;
import dev.hebb.api.view.Dendrite;
import dev.hebb.api.view.NetworkPart;
import dev.hebb.api.view.NetworkTimes;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.api.view.PairCounts;
import dev.hebb.api.view.PairEvidence;
import dev.hebb.api.view.Readiness;
import dev.hebb.api.view.ShardDirectory;
import dev.hebb.api.view.ShardView;
import dev.hebb.api.view.SynapseView;
import dev.hebb.api.view.SynapseViewBuilder;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A few networks in memory, split into shards by the remainder of the neuron. */
public final class InMemoryShards implements ShardDirectory {
    /** Some configuration. */
    public static final ConfigAnswer CONFIG = ConfigAnswer.of(ConfigReader.read(Settings.defaults()), "");

    private final int shards;
    private final Map<String, TreeSet<Integer>> neurons = new HashMap<>();
    private final Map<String, List<SynapseView>> synapses = new HashMap<>();
    private boolean ready = true;

    public InMemoryShards(int shards) {
        this.shards = shards;
    }

    public InMemoryShards network(String network, int... seen) {
        neurons.put(network, new TreeSet<>(IntStream.of(seen).boxed().toList()));
        synapses.put(network, new ArrayList<>());
        return this;
    }

    public InMemoryShards synapse(String network, int pre, int post, String state, double weight) {
        String kind = pre == 10 ? SynapseView.INHIBITORY : SynapseView.EXCITATORY;
        synapsesOf(network)
                .add(new SynapseViewBuilder(pre, post)
                        .state(state)
                        .weight(weight)
                        .kind(kind)
                        .fdr(0.02)
                        .build());
        return this;
    }

    /** The parts of a server that answers from these networks: nothing was pruned, neurons have no names. */
    public ApiParts parts() {
        return parts(new InMemoryControl());
    }

    /** The same, with commands that are kept. */
    public ApiParts parts(InMemoryControl control) {
        return new ApiParts(
                new Answers(this, new Answers.LagScale(1000, 10_000_000)),
                this,
                (network, from, to, limit) -> new PrunedAnswer(network, from, to, true, 0, List.of()),
                network -> List.of(),
                control.parts(),
                CONFIG,
                out -> out.write(0));
    }

    public void ready(boolean nowReady) {
        this.ready = nowReady;
    }

    @Override
    public List<ShardView> all() {
        return IntStream.range(0, shards).mapToObj(this::local).toList();
    }

    @Override
    public List<ShardView> of(String network) {
        return all();
    }

    @Override
    public ShardView owner(String network, int post) {
        return local(shardOf(post));
    }

    private int shardOf(int post) {
        return post % shards;
    }

    @Override
    public ShardView local(int shard) {
        if (!ready) {
            throw new NotReadyException("the instance is REBALANCING");
        }
        if (shard >= shards) {
            throw new NotReadyException("shard " + shard + " is not here");
        }
        return new Shard(shard);
    }

    @Override
    public Readiness readiness() {
        List<Integer> all = IntStream.range(0, shards).boxed().toList();
        return ready
                ? new Readiness("RUNNING", true, true, all, List.of(), Condition.GOOD)
                : new Readiness("REBALANCING", true, false, List.of(), all, Condition.GOOD);
    }

    private List<SynapseView> synapsesOf(String network) {
        List<SynapseView> found = synapses.get(network);
        return found == null ? List.of() : found;
    }

    private final class Shard implements ShardView {
        private final int shard;

        Shard(int shard) {
            this.shard = shard;
        }

        @Override
        public int shard() {
            return shard;
        }

        @Override
        public List<NetworkPart> networks() {
            return neurons.keySet().stream()
                    .map(network -> network(network).orElseThrow())
                    .toList();
        }

        @Override
        public Optional<NetworkPart> network(String network) {
            @Nullable TreeSet<Integer> seen = neurons.get(network);
            if (seen == null) {
                return Optional.empty();
            }
            List<SynapseView> mine = synapses(network);
            List<SynapseView> active = mine.stream()
                    .filter(s -> s.state().equals(SynapseView.ACTIVE))
                    .toList();
            return Optional.of(new NetworkPart(
                    network,
                    shard,
                    new NetworkTimes("GROWTH", 359_750_000L, 35 + shard, (35 + shard) * 10_000_000L, 340_000_000L),
                    (int) seen.stream().filter(n -> shardOf(n) == shard).count(),
                    1000,
                    active.size(),
                    mine.size() - active.size(),
                    active.stream().mapToDouble(SynapseView::weight).sum()));
        }

        @Override
        public Optional<Dendrite> dendrite(String network, int post) {
            @Nullable TreeSet<Integer> seen = neurons.get(network);
            if (seen == null || !seen.contains(post)) {
                return Optional.empty();
            }
            List<SynapseView> onto = synapsesOf(network).stream()
                    .filter(s -> s.post() == post)
                    .sorted(Comparator.comparingInt(SynapseView::pre))
                    .toList();
            return Optional.of(new Dendrite(network, post, shard, 350_000_000L, onto));
        }

        @Override
        public List<SynapseView> synapses(String network) {
            return synapsesOf(network).stream()
                    .filter(s -> shardOf(s.post()) == shard)
                    .toList();
        }

        @Override
        public List<SynapseView> synapsesFrom(String network, int pre) {
            return synapses(network).stream().filter(s -> s.pre() == pre).toList();
        }

        @Override
        public Optional<PairEvidence> evidence(String network, int pre, int post) {
            boolean connected = synapses(network).stream().anyMatch(s -> s.pre() == pre && s.post() == post);
            return connected
                    ? Optional.of(new PairEvidence(
                            new int[] {1, 5, 30, 4},
                            new int[] {2, 1, 3, 2},
                            "CONNECTED",
                            true,
                            7.5,
                            1e-9,
                            25.5,
                            2000,
                            1000,
                            null))
                    : Optional.empty();
        }

        @Override
        public List<PairCounts> windows(String network, int pre, int post) {
            return neurons.containsKey(network)
                    ? List.of(
                            new PairCounts(34, 50, 48, 6, new int[] {0, 1, 6, 0}),
                            new PairCounts(35, null, 40, 0, new int[4]))
                    : List.of();
        }
    }
}
