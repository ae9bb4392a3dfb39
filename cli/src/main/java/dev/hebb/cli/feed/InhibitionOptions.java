package dev.hebb.cli.feed;

import dev.hebb.client.Durations;
import dev.hebb.simulate.Inhibition;
import picocli.CommandLine.Option;

/** Inhibitory neurons of a network of Poisson neurons, as options; use as {@code @Mixin}. */
final class InhibitionOptions {
    @Option(
            names = "--inhibitory",
            paramLabel = "FRACTION",
            defaultValue = "0",
            description =
                    "Share of the neurons that are inhibitory: their synapses silence. Default: ${DEFAULT-VALUE}.")
    private double inhibitory;

    @Option(
            names = "--inhibition",
            paramLabel = "P,TIME",
            split = ",",
            arity = "1",
            defaultValue = "0.8,10ms",
            description = "Probability that an inhibitory neuron's spike silences the next, and for how long."
                    + " Default: ${DEFAULT-VALUE}.")
    private String[] inhibition = {"0.8", "10ms"};

    Inhibition get() {
        if (inhibition.length != 2) {
            throw new IllegalArgumentException(
                    "--inhibition needs a probability and a time, as in --inhibition 0.8,10ms");
        }
        return new Inhibition(inhibitory, probability(inhibition[0]), Durations.parseMicros(inhibition[1]));
    }

    private static double probability(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--inhibition begins with a probability, not with '" + text + "'", e);
        }
    }
}
