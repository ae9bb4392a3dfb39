package dev.hebb.cli.doctor;

import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.NumberText;
import dev.hebb.row.HistogramBlock;
import dev.hebb.shard.ShardConfig;
import java.util.ArrayList;
import java.util.List;

/** Describes the resources that a network needs. */
final class NeedsReport {
    /** The largest record of the topics whose records may be large. */
    private static final double LARGEST_RECORD_BYTES = ShardConfig.LARGEST_RECORD_BYTES;

    private static final Columns COLUMNS = new Columns().left("", 26).left("", 20);

    private NeedsReport() {}

    static List<String> lines(Needs needs) {
        List<String> lines = new ArrayList<>();
        lines.add(line("spikes", perSecond(needs.load().spikesPerSecond())));
        lines.add(line("spike pairs to count", perSecond(needs.spikePairsPerSecond())));
        lines.add(line("each shard's task", timeOfTask(needs)));
        lines.add(line("spikes kept, by each shard", NumberText.grouped((long) needs.spikesKept())));
        lines.add(line("memory for spikes and rows", NumberText.bytes(needs.heapBytes()) + ", over all shards"));
        lines.add(line(
                "state stores",
                NumberText.bytes(needs.storeBytes()) + " of rows, " + histograms(needs) + "; on disk up to "
                        + DiskCheck.REPLACED + " times as much"));
        lines.add(line("changelogs", perDay(needs.changelogBytesPerDay()) + " written, compacted to the stores' size"));
        lines.add(line("topic spikes", perDay(needs.spikesTopicBytesPerDay()) + ", as batches"));
        lines.add(line("topic co-firing", coFiring(needs)));
        return lines;
    }

    /** Errors of a configuration that cannot work for the network. */
    static List<CheckResult> problems(Needs needs) {
        List<CheckResult> problems = new ArrayList<>();
        if (needs.publishesCounts() && needs.largestCountsBytes() > LARGEST_RECORD_BYTES) {
            problems.add(CheckResult.fail(
                    "windowed counts are not published: a record could have "
                            + NumberText.bytes(needs.largestCountsBytes()) + ", more than the "
                            + NumberText.bytes(LARGEST_RECORD_BYTES) + " that a topic takes",
                    "set hebb.co-firing.publish=never, or take shorter windows or fewer lag bins"));
        }
        double block = (double) HistogramBlock.SLOTS * 2 * needs.config().bins() * Integer.BYTES;
        if (block > LARGEST_RECORD_BYTES) {
            problems.add(CheckResult.fail(
                    "a row of histograms may grow to " + NumberText.bytes(block) + ", more than the "
                            + NumberText.bytes(LARGEST_RECORD_BYTES) + " that a changelog takes",
                    "take fewer lag bins (hebb.axis.bins)"));
        }
        if (!needs.keepsUp()) {
            problems.add(CheckResult.warn(
                    "a task may not keep up with this network: it needs " + timeOfTask(needs), moreShards(needs)));
        }
        return problems;
    }

    private static String moreShards(Needs needs) {
        int shards = needs.shardsThatKeepUp();
        return shards == 0
                ? "record fewer neurons as one network: every shard receives all spikes, so that more shards do not help"
                : "set hebb.shards=" + shards + " for a new application id, and run as many instances";
    }

    private static String timeOfTask(Needs needs) {
        return NumberText.fixed(100 * needs.taskSeconds(), 1)
                + " % of its time, live, on a machine as in docs/benchmarks.md";
    }

    private static String histograms(Needs needs) {
        return NumberText.bytes(needs.histogramBytes()) + " of it histograms "
                + (needs.dense() ? "of all pairs" : "of candidates only") + " after a day";
    }

    private static String coFiring(Needs needs) {
        return needs.publishesCounts()
                ? perDay(needs.coFiringTopicBytesPerDay()) + ", kept until its retention says otherwise"
                : "nothing: " + needs.config().coFiring().publish() + ", at most "
                        + needs.config().coFiring().maxNeurons() + " neurons (hebb.co-firing.*)";
    }

    private static String line(String what, String howMuch) {
        return "  " + COLUMNS.line(what, howMuch);
    }

    private static String perSecond(double amount) {
        return NumberText.grouped((long) amount) + " a second of event time";
    }

    private static String perDay(double bytes) {
        return NumberText.bytes(bytes) + " a day of event time";
    }
}
