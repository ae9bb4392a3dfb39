package dev.hebb.cli.demo;

import dev.hebb.simulate.Inhibition;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.Assemblies;
import dev.hebb.simulate.SimulationSettings.Bursts;
import dev.hebb.simulate.SimulationSettings.PracticePlan;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import java.util.Map;

/** The network of the demonstration. */
final class DemoNetwork {
    private static final long MINUTE_MICROS = 60_000_000L;

    static final long REFINEMENT_MICROS = 25 * MINUTE_MICROS;

    /** Within the hour, the stages that a culture of the mouse passes through in weeks. */
    static final Map<String, String> STAGES = Map.of(
            "stages.refinement-from-age-micros", Long.toString(REFINEMENT_MICROS),
            "stages.maturity-from-age-micros", Long.toString(45 * MINUTE_MICROS));

    private DemoNetwork() {}

    /**
     * An hour of 60 neurons. A quarter of it is enough to find the wires; with the default constants, a synapse whose
     * wire was then cut falls dormant within half an hour, and is pruned ten minutes later.
     */
    static SimulationSettings of(long seed) {
        return new SimulationSettings(
                60,
                5,
                seed,
                0,
                60 * MINUTE_MICROS,
                new SynapsePlan(60, 0.2, 1_500, 6_000, 0),
                Assemblies.NONE,
                Bursts.NONE,
                Inhibition.NONE,
                new PracticePlan(15 * MINUTE_MICROS, 0.5, 2));
    }
}
