package dev.hebb.bench;

import dev.hebb.bench.HebbRun.HebbMeasurement;
import dev.hebb.client.Connection;
import dev.hebb.config.HebbConfig;
import java.io.IOException;
import java.util.function.Function;

/**
 * Two runs over the same topics, the second by another application in the same processes, which have by then compiled
 * what they need. The ways without Kafka are warm too.
 *
 * @param config of the first run; that of the other differs in the application's id alone
 */
record TwoRuns(HebbConfig config, HebbMeasurement first, HebbMeasurement warm) {
    /**
     * Measures.
     *
     * @param windows that are closed in every shard
     * @param config of an application, by its id
     */
    static TwoRuns of(Connection connection, long windows, String applicationId, Function<String, HebbConfig> config)
            throws IOException, InterruptedException {
        HebbConfig ofFirst = config.apply(applicationId);
        HebbMeasurement first = new HebbRun(connection, ofFirst).untilClosed(windows);
        HebbConfig ofWarm = config.apply(warm(applicationId));
        return new TwoRuns(ofFirst, first, new HebbRun(connection, ofWarm).untilClosed(windows));
    }

    /** Name of what runs second. */
    static String warm(String name) {
        return "warm-" + name;
    }

    /** Returns a row with the times of both. */
    BenchRow addTimesTo(BenchRow row) {
        return warm.time().addTo(first.time().addTo(row, "first"), "warm");
    }
}
