package dev.hebb.simulate;

import dev.hebb.simulate.SimulationSettings.Assemblies;
import dev.hebb.simulate.SimulationSettings.Bursts;
import dev.hebb.simulate.SimulationSettings.Practice;
import dev.hebb.simulate.SimulationSettings.Synapses;

/** Networks worth watching. */
public final class Scenarios {
    private static final long MINUTE_MICROS = 60_000_000L;

    private Scenarios() {}

    /**
     * Use it or lose it, in half an hour: 60 neurons wire themselves while all 80 synapses are practised; after ten
     * minutes half of these fall silent, and two neurons with them. What was wired for them is to be pruned.
     */
    public static SimulationSettings practice(long seed) {
        return new SimulationSettings(
                60,
                5,
                seed,
                0,
                30 * MINUTE_MICROS,
                new Synapses(80, 0.35, 1_500, 6_000, 0),
                new Assemblies(4, 15, 0.1, 0.4, 30_000),
                new Bursts(1, 200_000, 15),
                new Practice(10 * MINUTE_MICROS, 0.5, 2));
    }
}
