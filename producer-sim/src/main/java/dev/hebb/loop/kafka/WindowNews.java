package dev.hebb.loop.kafka;

import dev.hebb.schema.Dendrite;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.schema.SynapseEventKind;
import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.SynapseState;
import dev.hebb.tissue.SynapseNews;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * News of synapses from records, by window. In whatever order topics and partitions are read, a window's news are the
 * same: by pair, and of a pair first what synapse events say, then prunings, then the dendrite, which holds as of the
 * window's end.
 */
final class WindowNews {
    private static final int EVENT = 0;
    private static final int PRUNING = 1;
    private static final int DENDRITE = 2;

    private static final Comparator<Said> ORDER = Comparator.<Said>comparingInt(
                    said -> said.news.pair().post())
            .thenComparingInt(said -> said.news.pair().pre())
            .thenComparingInt(said -> said.source);

    private final TreeMap<Long, List<Said>> windows = new TreeMap<>();

    private record Said(int source, SynapseNews news) {}

    void accept(SynapseEvent event) {
        SynapseState state = event.getKind() == SynapseEventKind.MASKED ? SynapseState.DORMANT : SynapseState.ACTIVE;
        add(
                event.getWindow(),
                EVENT,
                SynapseNews.present(event.getPre(), event.getPost(), state, event.getWeight(), event.getLagMicros()));
    }

    /** A pruned neuron has no synapses left, and its own end is no change of a synapse. */
    void accept(PruningEvent event) {
        if (event.getKind() == PruningKind.SYNAPSE) {
            int pre = Objects.requireNonNull(event.getPre(), "a pruned synapse has a pre-synaptic neuron");
            ChangeReason reason = ChangeReason.valueOf(event.getReason().name());
            add(event.getWindow(), PRUNING, SynapseNews.pruned(pre, event.getPost(), reason));
        }
    }

    void accept(Dendrite dendrite) {
        for (int i = 0; i < dendrite.getPre().size(); i++) {
            add(
                    dendrite.getWindow(),
                    DENDRITE,
                    SynapseNews.present(
                            dendrite.getPre().get(i),
                            dendrite.getPost(),
                            SynapseState.valueOf(dendrite.getState().get(i).name()),
                            dendrite.getWeight().get(i),
                            dendrite.getLagMicros().get(i)));
        }
    }

    private void add(long window, int source, SynapseNews news) {
        windows.computeIfAbsent(window, key -> new ArrayList<>()).add(new Said(source, news));
    }

    /** The news up to a window, in order; forgets them. */
    List<SynapseNews> take(long window) {
        List<SynapseNews> news = new ArrayList<>();
        Map<Long, List<Said>> due = windows.headMap(window, true);
        for (List<Said> said : due.values()) {
            said.sort(ORDER);
            said.forEach(one -> news.add(one.news));
        }
        due.clear();
        return news;
    }
}
