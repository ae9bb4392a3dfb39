package dev.hebb.cli.feed;

import dev.hebb.client.Durations;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The planted synapses of a network of Poisson neurons, as options; use as {@code @Mixin}. */
final class SynapseOptions {
    @Option(
            names = "--synapses",
            paramLabel = "N",
            description = "Planted synapses. Default: as many as neurons, at most a tenth of all pairs.")
    private @Nullable Integer synapses;

    @Option(
            names = "--strength",
            paramLabel = "P",
            defaultValue = "0.2",
            description = "Probability that a spike makes the next neuron fire. Default: ${DEFAULT-VALUE}.")
    private double strength;

    @Option(
            names = "--lag",
            paramLabel = "MIN,MAX",
            split = ",",
            arity = "1",
            defaultValue = "1ms,5ms",
            description = "Shortest and longest lag of a synapse. Default: ${DEFAULT-VALUE}.")
    private String[] lags = {"1ms", "5ms"};

    @Option(
            names = "--hubs",
            paramLabel = "N",
            defaultValue = "0",
            description = "Neurons from which half of all synapses start. Default: ${DEFAULT-VALUE}.")
    private int hubs;

    SynapsePlan of(int neurons) {
        if (lags.length != 2) {
            throw new IllegalArgumentException("--lag needs the shortest and the longest, as in --lag 1ms,5ms");
        }
        int most = (int) Math.min(neurons, (long) neurons * (neurons - 1) / 10);
        return new SynapsePlan(
                synapses == null ? most : synapses,
                strength,
                Durations.parseMicros(lags[0]),
                Durations.parseMicros(lags[1]),
                hubs);
    }
}
