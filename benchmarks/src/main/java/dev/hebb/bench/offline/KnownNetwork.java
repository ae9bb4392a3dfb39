package dev.hebb.bench.offline;

import dev.hebb.simulate.Inhibition;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.Assemblies;
import dev.hebb.simulate.SimulationSettings.Bursts;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A simulated network of the table of docs/evidence.md.
 *
 * @param name as the table says it
 * @param neurons how many
 * @param rateHz their own activity
 * @param minutes how long it is seen
 * @param plan what is planted
 */
record KnownNetwork(String name, int neurons, double rateHz, int minutes, UnaryOperator<SimulationSettings> plan) {
    private static final long MINUTE_MICROS = 60_000_000;
    private static final Bursts EVEN = new Bursts(6, 200_000, 30);
    private static final Bursts RAGGED = new Bursts(12, 80_000, 80, 0.6, 20_000);
    private static final Inhibition FIFTH = new Inhibition(0.2, 0.8, 10_000);

    /** Returns all known networks. */
    static List<KnownNetwork> all() {
        return List.of(
                hour("poisson", s -> s),
                hour("weak", s -> s.with(planted(200, 0.05, 1_000, 10_000))),
                hour("plain", s -> s.with(planted(200, 0.15, 1_000, 10_000))),
                hour("delays", s -> s.with(planted(200, 0.15, 100, 20_000))),
                hour("bursts", s -> s.with(planted(200, 0.15, 1_000, 20_000)).with(EVEN)),
                hour("ragged", s -> s.with(planted(200, 0.15, 100, 20_000)).with(RAGGED)),
                hour("hubs", s -> s.with(new SynapsePlan(200, 0.15, 1_000, 10_000, 5))),
                hour("assemblies", s -> s.with(planted(60, 0.15, 1_000, 10_000))
                        .with(new Assemblies(5, 10, 1, 0.5, 20_000))),
                hour("bursts only", s -> s.with(EVEN)),
                hour("ragged only", s -> s.with(RAGGED)),
                hour("cascades", s -> s.with(planted(200, 0.3, 1_000, 10_000))),
                hour("inhibition", s -> s.with(planted(200, 0.15, 1_000, 10_000))
                        .with(FIFTH)),
                hour("weak inhibition", s -> s.with(planted(200, 0.15, 1_000, 10_000))
                        .with(new Inhibition(0.2, 0.4, 10_000))),
                hour("inhibition ragged", s -> s.with(planted(200, 0.15, 100, 20_000))
                        .with(RAGGED)
                        .with(FIFTH)),
                hour("inhibition hubs", s -> s.with(new SynapsePlan(200, 0.15, 1_000, 10_000, 5))
                        .with(FIFTH)));
    }

    SimulationSettings settings(long seed) {
        return plan.apply(SimulationSettings.independent(neurons, rateHz, minutes * MINUTE_MICROS, seed));
    }

    private static KnownNetwork hour(String name, UnaryOperator<SimulationSettings> plan) {
        return new KnownNetwork(name, 100, 5, 60, plan);
    }

    private static SynapsePlan planted(int count, double strength, long minLagMicros, long maxLagMicros) {
        return new SynapsePlan(count, strength, minLagMicros, maxLagMicros, 0);
    }
}
