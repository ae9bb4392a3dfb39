package dev.hebb.cli.demo;

import dev.hebb.cli.support.Printable;
import dev.hebb.schema.PruningEvent;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Redraws the progress in a few lines of the terminal. */
final class LiveScreen implements DemoScreen {
    private static final int PRUNINGS = 6;
    private static final int BAR = 50;
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintWriter out;
    private int height;

    LiveScreen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public long intervalMillis() {
        return 250;
    }

    @Override
    public void show(DemoStatus status, long totalMicros) {
        if (height > 0) {
            out.printf(UP, height);
        }
        List<String> lines = lines(status, totalMicros);
        lines.forEach(line -> out.println(CLEAR_LINE + Printable.line(line)));
        height = lines.size();
        out.flush();
    }

    @Override
    public void finish(DemoStatus status, long totalMicros) {
        show(status, totalMicros);
        out.println();
        out.flush();
    }

    private static List<String> lines(DemoStatus status, long totalMicros) {
        int done = (int) Math.min(BAR, BAR * status.micros() / totalMicros);
        List<String> lines = new ArrayList<>();
        lines.add("  " + DemoLines.time(status, totalMicros) + "  [" + "=".repeat(done) + " ".repeat(BAR - done) + "]");
        lines.add("  " + DemoLines.counts(status));
        lines.add("  " + DemoLines.synapses(status));
        lines.add("");
        lines.add("  latest pruned");
        for (PruningEvent pruning : status.latest(PRUNINGS)) {
            lines.add("    " + DemoLines.pruning(pruning));
        }
        while (lines.size() < 5 + PRUNINGS) {
            lines.add("");
        }
        return lines;
    }
}
