package dev.hebb.cli.feed;

import dev.hebb.client.Durations;
import dev.hebb.simulate.SimulationSettings.Bursts;
import picocli.CommandLine.Option;

/** Bursts of a network of Poisson neurons, as options; use as {@code @Mixin}. */
final class BurstOptions {
    @Option(
            names = "--bursts",
            paramLabel = "PER-MINUTE",
            defaultValue = "0",
            description = "Bursts of the whole network. Default: ${DEFAULT-VALUE}.")
    private double burstsPerMinute;

    @Option(
            names = "--burst-duration",
            paramLabel = "TIME",
            defaultValue = "200ms",
            description = "How long each neuron takes part in a burst. Default: ${DEFAULT-VALUE}.")
    private String burstDuration = "200ms";

    @Option(
            names = "--burst-rate",
            paramLabel = "HZ",
            defaultValue = "30",
            description = "Firing rate of a neuron that takes part in a burst. Default: ${DEFAULT-VALUE}.")
    private double burstRateHz;

    @Option(
            names = "--burst-participation",
            paramLabel = "P",
            defaultValue = "1",
            description = "Probability that a neuron takes part in a burst. Default: ${DEFAULT-VALUE}.")
    private double burstParticipation;

    @Option(
            names = "--burst-onset",
            paramLabel = "TIME",
            defaultValue = "0s",
            description = "Each neuron joins bursts with a delay of its own, up to this. Default: all at once.")
    private String burstOnset = "0s";

    Bursts get() {
        return burstsPerMinute == 0
                ? Bursts.NONE
                : new Bursts(
                        burstsPerMinute,
                        Durations.parseMicros(burstDuration),
                        burstRateHz,
                        burstParticipation,
                        Durations.parseMicros(burstOnset));
    }
}
