package dev.hebb.simulate;

import dev.hebb.framing.FramingConfig;

/**
 * Settings of a simulated network. Durations and times are event time in microseconds.
 *
 * @param neurons how many; their ids are 0 to neurons − 1
 * @param rateHz each neuron's own Poisson activity; synapses, assemblies and bursts come on top
 * @param seed the same settings and seed make the same spikes, whatever the pace
 * @param startMicros when the simulation begins
 * @param durationMicros how long it runs; {@link #ENDLESS} for ever
 * @param synapses planted connections
 * @param assemblies groups that are driven together
 * @param bursts network bursts
 * @param inhibition neurons whose synapses suppress
 * @param practice what ends in the middle of the run
 */
public record SimulationSettings(
        int neurons,
        double rateHz,
        long seed,
        long startMicros,
        long durationMicros,
        SynapsePlan synapses,
        Assemblies assemblies,
        Bursts bursts,
        Inhibition inhibition,
        PracticePlan practice) {
    /** A duration without end. */
    public static final long ENDLESS = Long.MAX_VALUE;

    public SimulationSettings {
        require(neurons >= 1, "the number of neurons must be at least 1, not " + neurons);
        require(rateHz >= 0 && rateHz <= 1000, "the rate must be 0 to 1000 Hz, not " + rateHz);
        require(Math.abs(startMicros) <= FramingConfig.MAX_TIME_MICROS, "the start must lie within 2^53 µs of zero");
        require(durationMicros > 0, "the duration must be above 0");
        long pairs = (long) neurons * (neurons - 1);
        require(
                synapses.count() <= pairs / 2,
                synapses.count() + " synapses are too many for " + neurons + " neurons: at most " + pairs / 2);
        require(
                (long) assemblies.count() * assemblies.size() <= neurons,
                assemblies.count() + " assemblies of " + assemblies.size() + " need more than " + neurons + " neurons");
        require(practice.neurons() <= neurons, "more neurons fall silent than there are");
    }

    /** Independent Poisson neurons: nothing to find. */
    public static SimulationSettings independent(int neurons, double rateHz, long durationMicros, long seed) {
        return new SimulationSettings(
                neurons,
                rateHz,
                seed,
                0,
                durationMicros,
                SynapsePlan.NONE,
                Assemblies.NONE,
                Bursts.NONE,
                Inhibition.NONE,
                PracticePlan.NONE);
    }

    public SimulationSettings with(SynapsePlan planted) {
        return with(planted, assemblies, bursts, inhibition, practice);
    }

    public SimulationSettings with(Assemblies groups) {
        return with(synapses, groups, bursts, inhibition, practice);
    }

    public SimulationSettings with(Bursts networkBursts) {
        return with(synapses, assemblies, networkBursts, inhibition, practice);
    }

    public SimulationSettings with(Inhibition inhibitory) {
        return with(synapses, assemblies, bursts, inhibitory, practice);
    }

    public SimulationSettings with(PracticePlan practised) {
        return with(synapses, assemblies, bursts, inhibition, practised);
    }

    private SimulationSettings with(
            SynapsePlan planted, Assemblies groups, Bursts joint, Inhibition inhibitory, PracticePlan practised) {
        return new SimulationSettings(
                neurons, rateHz, seed, startMicros, durationMicros, planted, groups, joint, inhibitory, practised);
    }

    /** Returns a copy of these settings for a simulation that starts at another time. */
    public SimulationSettings startingAt(long micros) {
        return new SimulationSettings(
                neurons, rateHz, seed, micros, durationMicros, synapses, assemblies, bursts, inhibition, practice);
    }

    /** End of the run, exclusive. */
    long endMicros() {
        return durationMicros >= FramingConfig.MAX_TIME_MICROS
                ? FramingConfig.MAX_TIME_MICROS
                : startMicros + durationMicros;
    }

    /**
     * Planted synapses, within an assembly if there are assemblies, otherwise between any two neurons.
     *
     * @param count how many
     * @param strength probability that a spike of the first neuron makes the second fire
     * @param minLagMicros shortest lag
     * @param maxLagMicros longest lag, inclusive
     * @param hubs neurons from which half of all synapses start
     */
    public record SynapsePlan(int count, double strength, long minLagMicros, long maxLagMicros, int hubs) {
        public static final SynapsePlan NONE = new SynapsePlan(0, 0, 1000, 1000, 0);

        public SynapsePlan {
            require(count >= 0, "the number of synapses cannot be negative");
            require(strength >= 0 && strength <= 1, "a synapse's strength must be 0 to 1, not " + strength);
            require(
                    minLagMicros >= 1 && minLagMicros <= maxLagMicros && maxLagMicros <= 1_000_000,
                    "lags must be 1 µs to 1 s, the shorter one first");
            require(hubs >= 0, "the number of hubs cannot be negative");
        }
    }

    /**
     * Groups of neurons that share an input: common drive, which is no synapse.
     *
     * @param count how many groups
     * @param size neurons in each
     * @param rateHz how often each group is driven
     * @param participation probability that a member fires then
     * @param spreadMicros within which time
     */
    public record Assemblies(int count, int size, double rateHz, double participation, long spreadMicros) {
        public static final Assemblies NONE = new Assemblies(0, 2, 0, 0, 1);

        public Assemblies {
            require(count >= 0, "the number of assemblies cannot be negative");
            require(size >= 2, "an assembly needs at least 2 neurons, not " + size);
            require(rateHz >= 0 && rateHz <= 100, "assemblies can be driven 0 to 100 times a second");
            require(participation >= 0 && participation <= 1, "participation must be 0 to 1");
            require(spreadMicros >= 1, "the spread of an assembly's spikes must be at least 1 µs");
        }
    }

    /**
     * Bursts of the whole network, as cultures have them.
     *
     * @param perMinute how many on average
     * @param durationMicros how long each
     * @param rateHz rate of every neuron that takes part, meanwhile
     * @param participation probability that a neuron takes part in a burst
     * @param onsetMicros each neuron joins with a delay of its own, up to this, the same in every burst, and half as
     *     much again that differs from burst to burst; 0: all at once
     */
    public record Bursts(double perMinute, long durationMicros, double rateHz, double participation, long onsetMicros) {
        public static final Bursts NONE = new Bursts(0, 1, 0);

        /** Bursts of all neurons at once. */
        public Bursts(double perMinute, long durationMicros, double rateHz) {
            this(perMinute, durationMicros, rateHz, 1, 0);
        }

        public Bursts {
            require(perMinute >= 0 && perMinute <= 600, "bursts must be 0 to 600 a minute, not " + perMinute);
            require(durationMicros >= 1, "a burst must last at least 1 µs");
            require(rateHz >= 0 && rateHz <= 500, "the rate within bursts must be 0 to 500 Hz, not " + rateHz);
            require(participation >= 0 && participation <= 1, "participation in bursts must be 0 to 1");
            require(onsetMicros >= 0 && onsetMicros <= 1_000_000, "the onsets of a burst must spread over 0 to 1 s");
        }
    }

    /**
     * Part of the network that is used only for a time: use it or lose it.
     *
     * @param forMicros time after the start at which it ends
     * @param synapses fraction of the synapses that stop conducting
     * @param neurons how many neurons fall silent
     */
    public record PracticePlan(long forMicros, double synapses, int neurons) {
        public static final PracticePlan NONE = new PracticePlan(ENDLESS, 0, 0);

        public PracticePlan {
            require(forMicros > 0, "practice must last longer than 0");
            require(synapses >= 0 && synapses <= 1, "the fraction of practised synapses must be 0 to 1");
            require(neurons >= 0, "the number of neurons that fall silent cannot be negative");
        }
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
