package dev.hebb.cli.export;

import dev.hebb.api.view.SynapseView;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.schema.SynapseEventKind;
import dev.hebb.synapse.NeuronPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The connectome of a network as it was at an event time, from the events of its synapses: which there were, and in
 * which state. Weight and evidence are those of the last event of each synapse until then, as later ones are not
 * published. Events can be given in any order, those of other networks too.
 */
final class ConnectomeAt {
    private final String network;
    private final long atMicros;
    private final Map<NeuronPair, Last> last = new HashMap<>();

    /**
     * The last event of a synapse.
     *
     * @param synapse as it was after the event, null if it was pruned
     */
    private record Last(long at, long formedAt, @Nullable SynapseView synapse) {
        /**
         * Returns whether this event is later than another. Of events at the same time, that of the synapse that formed
         * later is the later one, and a synapse's pruning is its last.
         */
        boolean isAfter(Last other) {
            if (at != other.at) {
                return at > other.at;
            }
            return formedAt == other.formedAt ? synapse == null : formedAt > other.formedAt;
        }
    }

    /**
     * A connectome.
     *
     * @param atMicros event time; what was decided at this time has happened
     */
    ConnectomeAt(String network, long atMicros) {
        this.network = network;
        this.atMicros = atMicros;
    }

    void accept(SynapseEvent event) {
        boolean dormant = event.getKind() == SynapseEventKind.MASKED;
        SynapseView synapse = new SynapseView(
                event.getPre(),
                event.getPost(),
                dormant ? "DORMANT" : "ACTIVE",
                event.getWeight(),
                event.getLagMicros(),
                event.getZ(),
                event.getFormedAt(),
                event.getLastCoFiredAt(),
                SynapseView.kind(event.getInhibitory()),
                event.getFdr());
        accept(
                event.getNetwork(),
                event.getPre(),
                event.getPost(),
                new Last(event.getAt(), event.getFormedAt(), synapse));
    }

    /** The pruning of a neuron says nothing here: its synapses have events of their own. */
    void accept(PruningEvent event) {
        Integer pre = event.getPre();
        if (event.getKind() == PruningKind.SYNAPSE && pre != null) {
            accept(event.getNetwork(), pre, event.getPost(), new Last(event.getAt(), event.getFormedAt(), null));
        }
    }

    private void accept(String of, int pre, int post, Last event) {
        if (of.equals(network) && event.at() <= atMicros) {
            last.merge(new NeuronPair(pre, post), event, (known, now) -> now.isAfter(known) ? now : known);
        }
    }

    /** The synapses, sorted by pre and post. */
    List<SynapseView> synapses() {
        return last.values().stream()
                .map(Last::synapse)
                .filter(Objects::nonNull)
                .sorted(SynapseView.BY_PRE_AND_POST)
                .toList();
    }
}
