package dev.hebb.produce;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a feed has come: a bar with rate and remaining time on a terminal, a line at intervals elsewhere. */
public final class FeedProgress implements FeedListener, AutoCloseable {
    private static final long LINE_EVERY_NANOS = 10_000_000_000L;
    private static final int BAR_WIDTH = 100;

    private final PrintStream out;
    private final String task;
    private final long totalSpikes;
    private final @Nullable ProgressBar bar;
    private final long beginNanos = System.nanoTime();
    private long lineNanos = beginNanos;
    private long spikes;

    private FeedProgress(PrintStream out, String task, long totalSpikes, boolean terminal) {
        this.out = out;
        this.task = task;
        this.totalSpikes = totalSpikes;
        this.bar = terminal ? bar(out, task, totalSpikes) : null;
    }

    /**
     * Shows progress.
     *
     * @param task what is going on, in a word or two
     * @param totalSpikes how many there will be, or −1 if that is unknown
     */
    public static FeedProgress show(PrintStream out, String task, long totalSpikes) {
        return new FeedProgress(out, task, totalSpikes, System.console() != null);
    }

    /** Shows progress in lines even on a terminal. */
    static FeedProgress inLines(PrintStream out, String task, long totalSpikes) {
        return new FeedProgress(out, task, totalSpikes, false);
    }

    private static ProgressBar bar(PrintStream out, String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(" spikes", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .setConsumer(new ConsoleProgressBarConsumer(out, BAR_WIDTH))
                .showSpeed()
                .build();
    }

    @Override
    public void sent(int count, long eventMicros) {
        spikes += count;
        if (bar != null) {
            bar.stepTo(spikes);
        } else if (System.nanoTime() - lineNanos >= LINE_EVERY_NANOS) {
            lineNanos = System.nanoTime();
            out.println(line());
        }
    }

    /** The state of things in a line. */
    String line() {
        double perSecond = rate(spikes, beginNanos);
        String line = String.format(Locale.ROOT, "%s: %,d", task, spikes);
        if (totalSpikes > 0) {
            double left = (totalSpikes - spikes) / perSecond;
            return line
                    + String.format(Locale.ROOT, " of %,d spikes, %,.0f/s, %,.0f s left", totalSpikes, perSecond, left);
        }
        return line + String.format(Locale.ROOT, " spikes, %,.0f/s", perSecond);
    }

    private static double rate(long spikes, long sinceNanos) {
        return spikes * 1e9 / Math.max(1, System.nanoTime() - sinceNanos);
    }

    /** Spikes a second so far. */
    public double spikesPerSecond() {
        return rate(spikes, beginNanos);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
