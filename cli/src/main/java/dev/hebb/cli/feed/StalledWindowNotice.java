package dev.hebb.cli.feed;

import dev.hebb.cli.support.AppClient;
import dev.hebb.cli.support.CliException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Prints a notice when the pipeline closes no window for half a minute, and fails if that is because the app is gone.
 */
final class StalledWindowNotice implements LongConsumer {
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final PrintStream out;
    private final String network;
    private final Optional<AppClient> app;
    private long newestMicros = Long.MIN_VALUE;
    private long since = System.nanoTime();

    StalledWindowNotice(PrintStream out, String network, Optional<AppClient> app) {
        this.out = out;
        this.network = network;
        this.app = app;
    }

    @Override
    public void accept(long micros) {
        long now = System.nanoTime();
        if (micros > newestMicros) {
            newestMicros = micros;
            since = now;
        } else if (now - since > SILENCE_NANOS) {
            since = now;
            requireApp();
            out.println(network + ": still waiting, and no window was closed for half a minute"
                    + (newestMicros == Long.MIN_VALUE ? "" : " (the latest ends at " + newestMicros + " µs)")
                    + "; is the app running?");
        }
    }

    /** An app that is gone would be waited for until the time is over. */
    private void requireApp() {
        try {
            app.ifPresent(known -> known.json("/health"));
        } catch (CliException e) {
            throw new CliException(
                    "no window was closed for half a minute: " + e.getMessage()
                            + ". The spikes are safe in Kafka, and are counted when an app runs",
                    e);
        }
    }
}
