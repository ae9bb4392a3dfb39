package dev.hebb.cli.ask;

import dev.hebb.api.view.SynapseView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two connectomes of the same neurons, synapse by synapse.
 *
 * @param lines synapses that differ, by pre and post
 * @param equal number of synapses that do not
 */
record ConnectomeDifference(List<Line> lines, int equal) {
    ConnectomeDifference {
        lines = List.copyOf(lines);
    }

    /** Kind of a difference. */
    enum Kind {
        ADDED,
        LOST,
        CHANGED
    }

    /**
     * A synapse that differs.
     *
     * @param before null if it is added
     * @param after null if it is lost
     */
    record Line(@Nullable SynapseView before, @Nullable SynapseView after) {
        Kind kind() {
            if (before == null) {
                return Kind.ADDED;
            }
            return after == null ? Kind.LOST : Kind.CHANGED;
        }

        /** Returns the synapse as it is, or as it was if it is gone. */
        SynapseView either() {
            SynapseView known = after == null ? before : after;
            if (known == null) {
                throw new IllegalStateException("a synapse differs that is in neither connectome");
            }
            return known;
        }
    }

    private record Pair(int pre, int post) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return pre == other.pre ? Integer.compare(post, other.post) : Integer.compare(pre, other.pre);
        }
    }

    static ConnectomeDifference between(List<SynapseView> before, List<SynapseView> after) {
        Map<Pair, SynapseView> then = byPair(before);
        Map<Pair, SynapseView> now = byPair(after);
        TreeMap<Pair, SynapseView> all = new TreeMap<>(then);
        all.putAll(now);
        List<Line> lines = new ArrayList<>();
        for (Pair pair : all.keySet()) {
            SynapseView was = then.get(pair);
            SynapseView is = now.get(pair);
            if (was == null || !was.equals(is)) {
                lines.add(new Line(was, is));
            }
        }
        return new ConnectomeDifference(lines, all.size() - lines.size());
    }

    private static Map<Pair, SynapseView> byPair(List<SynapseView> synapses) {
        Map<Pair, SynapseView> pairs = new TreeMap<>();
        synapses.forEach(synapse -> pairs.put(new Pair(synapse.pre(), synapse.post()), synapse));
        return pairs;
    }

    /** Returns the number of synapses that differ in this way. */
    long count(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }
}
