package dev.hebb.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The long form of {@link OverloadIT}: an app as the launcher starts it, overloaded by a large network for minutes. Not
 * in the build; {@code ./hebb-soak --overload} runs it.
 */
class OverloadSoak {
    private static final int MINUTES = Integer.getInteger("hebb.soak.minutes", 10);
    private static final int NEURONS = Integer.getInteger("hebb.soak.neurons", 1_000);
    private static final int SHARDS = Integer.getInteger("hebb.soak.shards", 4);
    private static final Path CSV = Path.of(System.getProperty("hebb.soak.csv", "target/overload.csv"));
    private static final double RATE_HZ = Double.parseDouble(System.getProperty("hebb.soak.rate-hz", "5"));

    /** Twice the heap, as docs/kubernetes.md has it; what waits would take more. */
    private static final long MOST_RESIDENT_BYTES = 2L << 30;

    private static final OverloadPlan PLAN = new OverloadPlan(
            "overload-soak.",
            SHARDS,
            SoakNetwork.of(NEURONS, RATE_HZ),
            "-Xmx1g",
            List.of("-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseG1GC"),
            MOST_RESIDENT_BYTES,
            SoakNetwork.HOUR_MICROS / 3,
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(MINUTES),
            Duration.ofSeconds(30),
            CSV);

    @Test
    void everySpikeIsCountedOnce(@TempDir Path directory) throws Exception {
        new Overload(PLAN).run(directory);
    }
}
