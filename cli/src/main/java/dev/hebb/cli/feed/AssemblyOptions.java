package dev.hebb.cli.feed;

import dev.hebb.simulate.SimulationSettings.Assemblies;
import picocli.CommandLine.Option;

/** Assemblies of a network of Poisson neurons, as options; use as {@code @Mixin}. */
final class AssemblyOptions {
    /** Part of an assembly that fires when it is driven. */
    private static final double PARTICIPATION = 0.5;

    /** Time within which it fires. */
    private static final int SPREAD_MICROS = 20_000;

    @Option(
            names = "--assemblies",
            paramLabel = "N",
            defaultValue = "0",
            description = "Groups that hold all synapses and are driven together. Default: ${DEFAULT-VALUE}.")
    private int assemblies;

    @Option(
            names = "--assembly-size",
            paramLabel = "N",
            defaultValue = "10",
            description = "Neurons of an assembly. Default: ${DEFAULT-VALUE}.")
    private int assemblySize;

    @Option(
            names = "--assembly-rate",
            paramLabel = "HZ",
            defaultValue = "0.2",
            description =
                    "How often each assembly is driven: half of it fires within 20 ms. Default:" + " ${DEFAULT-VALUE}.")
    private double assemblyRateHz;

    Assemblies get() {
        return assemblies == 0
                ? Assemblies.NONE
                : new Assemblies(assemblies, assemblySize, assemblyRateHz, PARTICIPATION, SPREAD_MICROS);
    }
}
