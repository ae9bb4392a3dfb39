package dev.hebb.cli.demo;

import dev.hebb.schema.PruningEvent;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prints the progress as lines, for a log file or a pipe. */
final class LineScreen implements DemoScreen {
    private static final int SHOWN = 3;
    private static final long INTERVAL_MILLIS = 5_000;

    private final PrintWriter out;
    private int printed;
    private long lastNanos = System.nanoTime();

    LineScreen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public long intervalMillis() {
        return INTERVAL_MILLIS;
    }

    @Override
    public void show(DemoStatus status, long totalMicros) {
        if (System.nanoTime() - lastNanos >= TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS)) {
            print(status, totalMicros);
        }
    }

    @Override
    public void finish(DemoStatus status, long totalMicros) {
        print(status, totalMicros);
        out.println();
    }

    private void print(DemoStatus status, long totalMicros) {
        lastNanos = System.nanoTime();
        out.println(DemoLines.time(status, totalMicros) + "   " + DemoLines.counts(status) + "   "
                + DemoLines.synapses(status));
        List<PruningEvent> fresh =
                status.prunings().subList(printed, status.prunings().size());
        fresh.subList(Math.max(0, fresh.size() - SHOWN), fresh.size())
                .forEach(pruning -> out.println("    pruned " + DemoLines.pruning(pruning)));
        printed = status.prunings().size();
        out.flush();
    }
}
