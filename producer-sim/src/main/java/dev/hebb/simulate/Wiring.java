package dev.hebb.simulate;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The true wiring of a simulated network: what is to be found.
 *
 * @param synapses ordered by (pre, post)
 * @param assemblies the members of each assembly, ascending
 * @param silenced the neurons that fall silent, ascending
 */
public record Wiring(List<PlantedSynapse> synapses, List<int[]> assemblies, int[] silenced) {
    private static final double FROM_HUBS = 0.5;

    public Wiring {
        synapses = List.copyOf(synapses);
        assemblies = List.copyOf(assemblies);
    }

    /**
     * Draws the wiring; depends on settings and seed only.
     *
     * @throws IllegalArgumentException if the synapses would excite one another without end
     */
    public static Wiring draw(SimulationSettings settings) {
        RandomGenerator random = RandomStreams.WIRING.of(settings.seed());
        int[] order = shuffled(settings.neurons(), random);
        int size = settings.assemblies().size();
        List<int[]> assemblies = new ArrayList<>();
        for (int group = 0; group < settings.assemblies().count(); group++) {
            int[] members = Arrays.copyOfRange(order, group * size, (group + 1) * size);
            Arrays.sort(members);
            assemblies.add(members);
        }
        int[] silenced =
                Arrays.copyOfRange(order, order.length - settings.practice().neurons(), order.length);
        Arrays.sort(silenced);
        List<PlantedSynapse> synapses = plant(settings, assemblies, order, random);
        Excitation.requireStable(synapses, settings.neurons());
        return new Wiring(synapses, assemblies, silenced);
    }

    private static int[] shuffled(int count, RandomGenerator random) {
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            int other = random.nextInt(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }

    private static List<PlantedSynapse> plant(
            SimulationSettings settings, List<int[]> assemblies, int[] order, RandomGenerator random) {
        SimulationSettings.SynapsePlan plan = settings.synapses();
        SimulationSettings.PracticePlan practice = settings.practice();
        int[] hubs = Arrays.copyOf(order, Math.min(plan.hubs(), order.length));
        long practised = Math.round(practice.synapses() * plan.count());
        boolean[] inhibitory = inhibitory(settings);
        Set<Long> taken = new HashSet<>();
        List<PlantedSynapse> planted = new ArrayList<>();
        for (int attempt = 0; planted.size() < plan.count(); attempt++) {
            requirePossible(attempt, plan.count());
            int[] pool = assemblies.isEmpty() ? order : assemblies.get(random.nextInt(assemblies.size()));
            boolean fromHub = hubs.length > 0 && random.nextDouble() < FROM_HUBS;
            int pre = fromHub ? pick(hubs, random) : pick(pool, random);
            int post = pick(pool, random);
            long lag = random.nextLong(plan.minLagMicros(), plan.maxLagMicros() + 1);
            if (pre != post && taken.add(((long) pre << 32) | post)) {
                long until =
                        planted.size() < practised ? settings.startMicros() + practice.forMicros() : Long.MAX_VALUE;
                double strength = inhibitory[pre] ? settings.inhibition().strength() : plan.strength();
                planted.add(new PlantedSynapse(pre, post, lag, strength, until, inhibitory[pre]));
            }
        }
        planted.sort(Comparator.comparingInt(PlantedSynapse::pre).thenComparingInt(PlantedSynapse::post));
        return planted;
    }

    /**
     * Returns for each neuron whether it is inhibitory. They are drawn apart, so that inhibition leaves pairs and lags
     * as they were.
     */
    private static boolean[] inhibitory(SimulationSettings settings) {
        int[] order = shuffled(settings.neurons(), RandomStreams.INHIBITION.of(settings.seed()));
        boolean[] inhibitory = new boolean[order.length];
        long count = Math.round(settings.inhibition().fraction() * order.length);
        for (int k = 0; k < count; k++) {
            inhibitory[order[k]] = true;
        }
        return inhibitory;
    }

    private static void requirePossible(int attempt, int count) {
        if (attempt > 1000 + 200L * count) {
            throw new IllegalArgumentException("there is no room for " + count
                    + " synapses within these assemblies and hubs; plant fewer, or make the assemblies larger");
        }
    }

    private static int pick(int[] pool, RandomGenerator random) {
        return pool[random.nextInt(pool.length)];
    }

    /**
     * Writes the synapses as CSV: {@code pre,post,lag_us,strength,until_us,kind}; until_us is empty where a synapse
     * conducts to the end, kind is EXCITATORY or INHIBITORY.
     */
    public void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("pre,post,lag_us,strength,until_us,kind\n");
            for (PlantedSynapse synapse : synapses) {
                boolean always = synapse.untilMicros() == Long.MAX_VALUE;
                out.write(synapse.pre() + "," + synapse.post() + "," + synapse.lagMicros() + "," + synapse.strength()
                        + "," + (always ? "" : synapse.untilMicros())
                        + (synapse.inhibitory() ? ",INHIBITORY\n" : ",EXCITATORY\n"));
            }
        }
    }
}
