package dev.hebb.api.streams;

import dev.hebb.api.view.Dendrite;
import dev.hebb.api.view.NetworkPart;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.api.view.PairCounts;
import dev.hebb.api.view.PairEvidence;
import dev.hebb.api.view.ShardView;
import dev.hebb.api.view.SynapseView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** View of a shard that reports a store which moves away while it is read: no error, but a reason to ask again. */
record GuardedShard(ShardView reader) implements ShardView {
    @Override
    public int shard() {
        return reader.shard();
    }

    @Override
    public List<NetworkPart> networks() {
        return guarded(reader::networks);
    }

    @Override
    public Optional<NetworkPart> network(String network) {
        return guarded(() -> reader.network(network));
    }

    @Override
    public Optional<Dendrite> dendrite(String network, int post) {
        return guarded(() -> reader.dendrite(network, post));
    }

    @Override
    public List<SynapseView> synapses(String network) {
        return guarded(() -> reader.synapses(network));
    }

    @Override
    public List<SynapseView> synapsesFrom(String network, int pre) {
        return guarded(() -> reader.synapsesFrom(network, pre));
    }

    @Override
    public Optional<PairEvidence> evidence(String network, int pre, int post) {
        return guarded(() -> reader.evidence(network, pre, post));
    }

    @Override
    public List<PairCounts> windows(String network, int pre, int post) {
        return guarded(() -> reader.windows(network, pre, post));
    }

    private <T> T guarded(Supplier<T> question) {
        try {
            return question.get();
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException("shard " + reader.shard() + " moves: " + e.getMessage(), e);
        }
    }
}
