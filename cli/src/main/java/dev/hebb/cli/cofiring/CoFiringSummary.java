package dev.hebb.cli.cofiring;

import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.NumberText;
import dev.hebb.synapse.NeuronPair;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pairs that fire together most often, over all windows. */
final class CoFiringSummary {
    private static final int SHOWN = 20;
    private static final Columns COLUMNS = new Columns()
            .right("PRE", 8)
            .right("POST", 8)
            .right("SPIKE PAIRS", 12)
            .right("MOST AT LAG BIN", 8)
            .right("THERE", 8);

    private final Map<NeuronPair, long[]> byLag = new HashMap<>();

    static void print(CoFiringTable table, PrintWriter out) {
        CoFiringSummary summary = new CoFiringSummary();
        table.each((window, pre, post, lagBin, count) -> summary.add(new NeuronPair(pre, post), lagBin, count));
        summary.print(table.pairs().size(), out);
    }

    private void add(NeuronPair pair, int lagBin, int count) {
        long[] bins = byLag.computeIfAbsent(pair, absent -> new long[lagBin + 1]);
        if (lagBin >= bins.length) {
            bins = Arrays.copyOf(bins, lagBin + 1);
            byLag.put(pair, bins);
        }
        bins[lagBin] += count;
    }

    private void print(int windows, PrintWriter out) {
        long all = byLag.values().stream().mapToLong(CoFiringSummary::sum).sum();
        List<Map.Entry<NeuronPair, long[]>> most = byLag.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<NeuronPair, long[]> pair) -> -sum(pair.getValue()))
                        .thenComparingInt(pair -> pair.getKey().pre())
                        .thenComparingInt(pair -> pair.getKey().post()))
                .limit(SHOWN)
                .toList();
        out.println(NumberText.grouped(all) + " spike pairs of " + NumberText.grouped(byLag.size())
                + " ordered pairs of neurons in " + NumberText.grouped(windows)
                + " closed windows; --csv prints every count. The most frequent:");
        out.println(COLUMNS.header());
        for (Map.Entry<NeuronPair, long[]> pair : most) {
            int peak = peak(pair.getValue());
            out.println(COLUMNS.line(
                    pair.getKey().pre(), pair.getKey().post(), sum(pair.getValue()), peak, pair.getValue()[peak]));
        }
        out.flush();
    }

    private static long sum(long[] bins) {
        return Arrays.stream(bins).sum();
    }

    private static int peak(long[] bins) {
        int peak = 0;
        for (int bin = 1; bin < bins.length; bin++) {
            peak = bins[bin] > bins[peak] ? bin : peak;
        }
        return peak;
    }
}
