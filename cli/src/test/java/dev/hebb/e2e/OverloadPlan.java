package dev.hebb.e2e;

import dev.hebb.simulate.SimulationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How an app is overloaded.
 *
 * @param prefix of the topics
 * @param shards of the app
 * @param network that fires
 * @param heap of the app, as an option of its JVM
 * @param jvm more options
 * @param mostResidentBytes that the app's memory may be at any time
 * @param aheadMicros how far spikes may be ahead, in event time, while the app sets the pace
 * @param warmUp time until the pace is measured
 * @param measured time for which the pace is measured
 * @param overloaded time for which spikes come too fast
 * @param everyLook how often figures are written
 * @param csv file of the figures
 */
record OverloadPlan(
        String prefix,
        int shards,
        SimulationSettings network,
        String heap,
        List<String> jvm,
        long mostResidentBytes,
        long aheadMicros,
        Duration warmUp,
        Duration measured,
        Duration overloaded,
        Duration everyLook,
        Path csv) {}
