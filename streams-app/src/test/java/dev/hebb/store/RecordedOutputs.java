package dev.hebb.store;

import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.NetworkNotice;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ShardOutputs;
import dev.hebb.shard.WindowTotals;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that shards say, in a form that does not depend on how many there are. */
final class RecordedOutputs implements ShardOutputs {
    /** "window,pre,post,lag bin" to count. */
    final TreeMap<String, Integer> counts = new TreeMap<>();

    final TreeMap<Integer, List<String>> changesByPost = new TreeMap<>();
    final TreeMap<Long, Long> pairsByWindow = new TreeMap<>();
    final TreeMap<Long, Long> spikesByWindow = new TreeMap<>();
    final TreeMap<Integer, String> dendrites = new TreeMap<>();

    /** Weights as published last, by post-synaptic and then by pre-synaptic neuron. */
    final TreeMap<Integer, Map<Integer, Double>> weightsByPost = new TreeMap<>();

    /** The rows of the shards' samples at the end, in hexadecimal digits: one, if they are the same. */
    final TreeSet<String> samples = new TreeSet<>();

    final List<WindowTotals> totals = new ArrayList<>();
    final List<NetworkNotice> notices = new ArrayList<>();
    final List<NeuronReport> reports = new ArrayList<>();

    @Override
    public void coFiring(CoFiringCounts found) {
        for (int k = 0; k < found.counts().length; k++) {
            String cell = found.window() + "," + found.pre()[found.cellPre()[k]] + "," + found.post() + ","
                    + found.cellLagBin()[k];
            counts.merge(cell, found.counts()[k], Integer::sum);
        }
    }

    @Override
    public void change(WindowContext context, int post, SynapseChange change) {
        changesByPost.computeIfAbsent(post, p -> new ArrayList<>()).add(context.window() + " " + change);
    }

    @Override
    public void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {
        StringBuilder row = new StringBuilder().append(window);
        for (int i = 0; i < synapses.size(); i++) {
            row.append(' ').append(synapses.get(i));
        }
        dendrites.put(post, row.toString());
        weightsByPost.put(
                post,
                IntStream.range(0, synapses.size()).boxed().collect(Collectors.toMap(synapses::pre, synapses::weight)));
    }

    @Override
    public void notice(NetworkNotice notice) {
        notices.add(notice);
    }

    @Override
    public void closed(WindowTotals window, NeuronReport report) {
        pairsByWindow.merge(window.window(), window.activity().pairs(), Long::sum);
        spikesByWindow.merge(window.window(), window.activity().spikes(), Long::sum);
        totals.add(window);
        reports.add(report);
    }
}
