package dev.hebb.cli.cofiring;

import dev.hebb.cli.support.CliException;
import dev.hebb.schema.CoFiring;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The counts of all closed windows. A check compares what the topic holds with the numbers of pairs that the shards
 * have reported.
 *
 * @param pairs pairs counted in each closed window
 */
record CoFiringTable(String network, SortedMap<Long, Long> pairs, DendriteRecords dendrites) {
    static final String HEADER = "window,pre,post,lag_bin,count";
    private static final int NAMED = 3;

    /**
     * Checks that every count is there.
     *
     * @throws CliException if the topic does not hold all of them
     */
    void check() {
        List<String> missing = new ArrayList<>();
        long incomplete = 0;
        for (Map.Entry<Long, Long> window : pairs.entrySet()) {
            long held = held(window.getKey());
            if (held != window.getValue()) {
                incomplete++;
                if (missing.size() < NAMED) {
                    missing.add("window " + window.getKey() + " has " + held + " of " + window.getValue() + " pairs");
                }
            }
        }
        if (incomplete > 0) {
            throw new CliException("the topic lacks counts of " + incomplete + " of the " + pairs.size()
                    + " closed windows of network '" + network + "' (" + String.join(", ", missing)
                    + "). Counts are published of networks up to hebb.co-firing.max-neurons neurons unless "
                    + "hebb.co-firing.publish=always, and kept as long as the topic's retention says; set these, then "
                    + "replay the recording as a new network");
        }
    }

    /** Receives counts. */
    @FunctionalInterface
    interface CountReader {
        void accept(long window, int pre, int post, int lagBin, int count);
    }

    /** Passes every count that is not zero to a reader, in order. */
    void each(CountReader reader) {
        for (long window : pairs.keySet()) {
            WindowCells.inOrder(
                    dendrites.of(window),
                    (pre, post, lagBin, count) -> reader.accept(window, pre, post, lagBin, count));
        }
    }

    /** Prints every count that is not zero, in order, under a header. */
    void print(PrintWriter out) {
        out.print(HEADER + '\n');
        each((window, pre, post, lagBin, count) -> {
            out.print(window);
            out.print(',');
            out.print(pre);
            out.print(',');
            out.print(post);
            out.print(',');
            out.print(lagBin);
            out.print(',');
            out.print(count);
            out.print('\n');
        });
        out.flush();
    }

    private long held(long window) {
        long held = 0;
        for (CoFiring dendrite : dendrites.of(window)) {
            for (int count : dendrite.getCounts()) {
                held += count;
            }
        }
        return held;
    }
}
