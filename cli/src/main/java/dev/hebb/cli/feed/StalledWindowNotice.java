package dev.hebb.cli.feed;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Prints a notice when the pipeline closes no window for half a minute, which usually means that no app runs. */
final class StalledWindowNotice implements LongConsumer {
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final PrintStream out;
    private final String network;
    private long newestMicros = Long.MIN_VALUE;
    private long since = System.nanoTime();

    StalledWindowNotice(PrintStream out, String network) {
        this.out = out;
        this.network = network;
    }

    @Override
    public void accept(long micros) {
        long now = System.nanoTime();
        if (micros > newestMicros) {
            newestMicros = micros;
            since = now;
        } else if (now - since > SILENCE_NANOS) {
            since = now;
            out.println(network + ": still waiting, and no window was closed for half a minute"
                    + (newestMicros == Long.MIN_VALUE ? "" : " (the latest ends at " + newestMicros + " µs)")
                    + "; is the app running?");
        }
    }
}
