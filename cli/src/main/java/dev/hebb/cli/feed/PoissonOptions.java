package dev.hebb.cli.feed;

import dev.hebb.simulate.SimulationSettings;
import picocli.CommandLine.Mixin;

/** The options of a network of Poisson neurons that tissue does not have; use as {@code @Mixin}. */
final class PoissonOptions {
    @Mixin
    private final SynapseOptions synapses = new SynapseOptions();

    @Mixin
    private final AssemblyOptions assemblies = new AssemblyOptions();

    @Mixin
    private final BurstOptions bursts = new BurstOptions();

    @Mixin
    private final InhibitionOptions inhibition = new InhibitionOptions();

    @Mixin
    private final PracticeOptions practice = new PracticeOptions();

    /** The network, with the options that every simulation has. */
    SimulationSettings settings(SimulationOptions simulation) {
        return SimulationSettings.independent(
                        simulation.neurons(), simulation.rateHz(), simulation.durationMicros(), simulation.seed())
                .startingAt(simulation.startMicros())
                .with(synapses.of(simulation.neurons()))
                .with(assemblies.get())
                .with(bursts.get())
                .with(inhibition.get())
                .with(practice.get());
    }
}
