package dev.hebb.page.log;

import dev.hebb.schema.NetworkWindow;
import java.util.HashMap;
import java.util.Map;

/** Adds up what all shards report of the windows of one point in a network's history. Not thread-safe. */
final class LifeBucket {
    private final Map<Integer, NetworkWindow> latest = new HashMap<>();
    private long start = Long.MAX_VALUE;
    private long spikes;
    private long pairs;
    private int formed;
    private int masked;
    private int unmasked;
    private int pruned;
    private double stress;
    private int shards = 1;

    /** Set to a new number at every change. */
    long version;

    void add(NetworkWindow report) {
        latest.merge(report.getShard(), report, (one, other) -> one.getWindow() > other.getWindow() ? one : other);
        shards = report.getShards();
        start = Math.min(start, report.getStart());
        // Every shard reports the spikes of the whole network.
        spikes += report.getShard() == 0 ? report.getNetworkSpikes() : 0;
        pairs += report.getPairs();
        formed += report.getFormed();
        masked += report.getMasked();
        unmasked += report.getUnmasked();
        pruned += report.getPruned();
        stress = Math.max(stress, report.getStress());
    }

    void add(LifeBucket later) {
        later.latest.forEach((shard, report) ->
                latest.merge(shard, report, (one, other) -> one.getWindow() > other.getWindow() ? one : other));
        shards = later.shards;
        start = Math.min(start, later.start);
        spikes += later.spikes;
        pairs += later.pairs;
        formed += later.formed;
        masked += later.masked;
        unmasked += later.unmasked;
        pruned += later.pruned;
        stress = Math.max(stress, later.stress);
        version = Math.max(version, later.version);
    }

    /** Returns whether all shards have reported the last window. Before, the sums of synapses would be too small. */
    boolean isComplete() {
        long window = window();
        return latest.size() == shards && latest.values().stream().allMatch(report -> report.getWindow() == window);
    }

    LifePoint point() {
        long end = 0;
        int neurons = 0;
        int active = 0;
        int dormant = 0;
        int stimulated = 0;
        double weight = 0;
        String stage = "";
        for (NetworkWindow report : latest.values()) {
            end = report.getEnd();
            neurons += report.getNeurons();
            active += report.getActive();
            dormant += report.getDormant();
            stimulated += report.getStimulated();
            weight += report.getMeanWeight() * report.getActive();
            stage = report.getStage();
        }
        double mean = active == 0 ? 0 : weight / active;
        return new LifePoint(
                window(),
                start,
                end,
                spikes,
                pairs,
                neurons,
                new LifeSynapses(active, dormant, formed, masked, unmasked, pruned, mean),
                stage,
                stress,
                stimulated);
    }

    private long window() {
        return latest.values().stream()
                .mapToLong(NetworkWindow::getWindow)
                .max()
                .orElse(0);
    }
}
