package dev.hebb.cli.feed;

import dev.hebb.client.Durations;
import dev.hebb.simulate.SimulationSettings.PracticePlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The end of practice for a part of a network of Poisson neurons, as options; use as {@code @Mixin}. */
final class PracticeOptions {
    @Option(
            names = "--practice-until",
            paramLabel = "TIME",
            description = "After this time, a part of the synapses stops conducting. Default: never.")
    private @Nullable String practiceUntil;

    @Option(
            names = "--practised-share",
            paramLabel = "FRACTION",
            defaultValue = "0.5",
            description = "Share of the synapses that stop at --practice-until. Default: ${DEFAULT-VALUE}.")
    private double practised;

    @Option(
            names = "--silenced",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of neurons that fall silent at --practice-until. Default: ${DEFAULT-VALUE}.")
    private int silenced;

    PracticePlan get() {
        return practiceUntil == null
                ? PracticePlan.NONE
                : new PracticePlan(Durations.parseMicros(practiceUntil), practised, silenced);
    }
}
