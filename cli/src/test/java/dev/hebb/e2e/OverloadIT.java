package dev.hebb.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * For some seconds, a rig fires three times as fast as the app learns. {@link OverloadSoak} shows memory over a time in
 * which more waits than fits into the heap.
 */
@Execution(ExecutionMode.CONCURRENT)
class OverloadIT {
    @Test
    void everySpikeIsCountedOnce(@TempDir Path directory) throws Exception {
        new Overload(new OverloadPlan(
                        "overload.",
                        2,
                        SoakNetwork.of(200, 5),
                        "-Xmx256m",
                        List.of(),
                        700L << 20,
                        SoakNetwork.HOUR_MICROS / 60,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        directory.resolve("overload.csv")))
                .run(directory.resolve("app"));
    }
}
