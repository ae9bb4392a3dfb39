package dev.hebb.cli.feed;

import dev.hebb.cli.support.Durations;
import dev.hebb.simulate.Inhibition;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.Assemblies;
import dev.hebb.simulate.SimulationSettings.Bursts;
import dev.hebb.simulate.SimulationSettings.Practice;
import dev.hebb.simulate.SimulationSettings.Synapses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to simulate, as options. */
final class SimulationOptions {
    @Option(
            names = "--neurons",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many neurons; their ids are 0 to N-1. Default: ${DEFAULT-VALUE}.")
    private int neurons;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "5",
            description = "Each neuron's own activity: Poisson, or with --model of noise. Default: ${DEFAULT-VALUE}.")
    private double rateHz;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "endless",
            description = "Event time, as in 90s, 30m, 1h. Default: ${DEFAULT-VALUE}.")
    private String duration = "endless";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "MICROS",
            defaultValue = "0",
            description = "Event time of the beginning in microseconds, or 'now'. Default: ${DEFAULT-VALUE}.")
    private String start = "0";

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
            description = "Activity of a neuron that takes part in a burst. Default: ${DEFAULT-VALUE}.")
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

    @Option(
            names = "--inhibitory",
            paramLabel = "FRACTION",
            defaultValue = "0",
            description = "Which part of the neurons is inhibitory: their synapses silence. Default: ${DEFAULT-VALUE}.")
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

    @Option(
            names = "--practice-until",
            paramLabel = "TIME",
            description = "After this time practised synapses stop conducting. Default: never.")
    private @Nullable String practiceUntil;

    @Option(
            names = "--practised",
            paramLabel = "FRACTION",
            defaultValue = "0.5",
            description = "Which part of the synapses is practised only so long. Default: ${DEFAULT-VALUE}.")
    private double practised;

    @Option(
            names = "--silenced",
            paramLabel = "N",
            defaultValue = "0",
            description = "Neurons that fall silent when practice ends. Default: ${DEFAULT-VALUE}.")
    private int silenced;

    int neurons() {
        return neurons;
    }

    double rateHz() {
        return rateHz;
    }

    long seed() {
        return seed;
    }

    long startMicros() {
        return SimulateCommand.parseStart(start);
    }

    long durationMicros() {
        return SimulateCommand.parseDuration(duration);
    }

    SimulationSettings settings() {
        return SimulationSettings.independent(neurons, rateHz, durationMicros(), seed)
                .startingAt(startMicros())
                .with(synapses())
                .with(
                        assemblies == 0
                                ? Assemblies.NONE
                                : new Assemblies(assemblies, assemblySize, assemblyRateHz, 0.5, 20_000))
                .with(burstsPerMinute == 0 ? Bursts.NONE : bursts())
                .with(inhibition())
                .with(practice());
    }

    private Bursts bursts() {
        return new Bursts(
                burstsPerMinute,
                Durations.parseMicros(burstDuration),
                burstRateHz,
                burstParticipation,
                Durations.parseMicros(burstOnset));
    }

    private Inhibition inhibition() {
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

    private Synapses synapses() {
        if (lags.length != 2) {
            throw new IllegalArgumentException("--lag needs the shortest and the longest, as in --lag 1ms,5ms");
        }
        int most = (int) Math.min(neurons, (long) neurons * (neurons - 1) / 10);
        return new Synapses(
                synapses == null ? most : synapses,
                strength,
                Durations.parseMicros(lags[0]),
                Durations.parseMicros(lags[1]),
                hubs);
    }

    private Practice practice() {
        return practiceUntil == null
                ? Practice.NONE
                : new Practice(Durations.parseMicros(practiceUntil), practised, silenced);
    }
}
