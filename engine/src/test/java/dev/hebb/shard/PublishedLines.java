package dev.hebb.shard;

import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All outputs of a shard as lines of text, in the order in which it makes them. */
class PublishedLines implements ShardOutputs {
    final List<String> lines = new ArrayList<>();

    @Override
    public void coFiring(CoFiringCounts counts) {
        lines.add("counts " + counts.window() + " " + counts.post() + Arrays.toString(counts.pre())
                + Arrays.toString(counts.coincidences()) + Arrays.toString(counts.counts()));
    }

    @Override
    public void change(WindowContext context, int post, SynapseChange change) {
        lines.add("change " + context.window() + " " + post + " " + change);
    }

    @Override
    public void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {
        StringBuilder row = new StringBuilder("dendrite " + window + " " + post);
        for (int i = 0; i < synapses.size(); i++) {
            row.append(' ').append(synapses.get(i));
        }
        lines.add(row.toString());
    }

    @Override
    public void notice(NetworkNotice notice) {
        lines.add("notice " + notice);
    }

    @Override
    public void closed(WindowTotals totals, NeuronReport report) {
        lines.add("closed " + totals + Arrays.toString(report.pruned().pre()));
    }

    /** Returns the number of lines that begin with {@code kind} and contain {@code part}. */
    long count(String kind, String part) {
        return lines.stream()
                .filter(line -> line.startsWith(kind) && line.contains(part))
                .count();
    }
}
