package dev.hebb.simulate;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A network of Poisson neurons with planted synapses, common drive and network bursts; its spikes in order of time.
 *
 * <p>It runs from event to event. A neuron's own spike, or one that a synapse, an assembly or a burst has made, is
 * emitted unless the neuron fired less than 2 ms ago; each of its synapses then makes its target fire with the
 * probability that is its strength, one lag later (give or take 0.2 ms); those of an inhibitory neuron instead keep it
 * from firing for a while.
 */
public final class Simulator implements SpikeSource {
    private static final long REFRACTORY_MICROS = 2_000;
    private static final long JITTER_MICROS = 200;
    private static final int BLOCK_SPIKES = 4096;

    /** Kinds of events: the code is kind · 2^32 + neuron or assembly. */
    private static final long EVOKED = 0;

    private static final long OWN = 1;
    private static final long ASSEMBLY = 2;
    private static final long BURST = 3;
    private static final long SILENCE = 4;

    private final SimulationSettings settings;
    private final Wiring wiring;
    private final long endMicros;
    private final int[] firstSynapse;
    private final long[] lastSpike;
    private final long[] silentFrom;
    private final long[] silencedUntil;
    private final EventQueue events = new EventQueue();
    private final RandomGenerator background;
    private final RandomGenerator transmission;
    private final RandomGenerator drive;
    private final RandomGenerator bursting;
    private final RaggedOnsets onsets;

    /** A simulation of the wiring that its settings and seed draw. */
    public Simulator(SimulationSettings settings) {
        this.settings = settings;
        this.wiring = Wiring.draw(settings);
        this.endMicros = settings.endMicros();
        this.firstSynapse = firstSynapses();
        this.lastSpike = new long[settings.neurons()];
        Arrays.fill(lastSpike, settings.startMicros() - REFRACTORY_MICROS);
        this.silencedUntil = new long[settings.neurons()];
        Arrays.fill(silencedUntil, Long.MIN_VALUE);
        this.silentFrom = new long[settings.neurons()];
        Arrays.fill(silentFrom, Long.MAX_VALUE);
        for (int neuron : wiring.silenced()) {
            silentFrom[neuron] = settings.startMicros() + settings.practice().forMicros();
        }
        this.background = RandomStreams.BACKGROUND.of(settings.seed());
        this.transmission = RandomStreams.SYNAPSES.of(settings.seed());
        this.drive = RandomStreams.ASSEMBLIES.of(settings.seed());
        this.bursting = RandomStreams.BURSTS.of(settings.seed());
        this.onsets = new RaggedOnsets(settings);
        begin();
    }

    /** Returns what is to be found in the spikes. */
    public Wiring wiring() {
        return wiring;
    }

    @Override
    public boolean read(SpikeBlock block) {
        block.clear();
        while (block.length() < BLOCK_SPIKES && !events.isEmpty() && events.timeMicros() < endMicros) {
            long time = events.timeMicros();
            long code = events.code();
            events.remove();
            handle(time, code >>> 32, (int) code, block);
        }
        return !block.isEmpty();
    }

    /** Index of each neuron's first outgoing synapse; one entry more than neurons. */
    private int[] firstSynapses() {
        int[] first = new int[settings.neurons() + 1];
        for (PlantedSynapse synapse : wiring.synapses()) {
            first[synapse.pre() + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    private void begin() {
        for (int neuron = 0; neuron < settings.neurons(); neuron++) {
            schedule(settings.startMicros(), OWN, neuron, settings.rateHz(), background);
        }
        for (int group = 0; group < wiring.assemblies().size(); group++) {
            schedule(
                    settings.startMicros(),
                    ASSEMBLY,
                    group,
                    settings.assemblies().rateHz(),
                    drive);
        }
        schedule(settings.startMicros(), BURST, 0, settings.bursts().perMinute() / 60, bursting);
    }

    private void schedule(long now, long kind, int which, double rateHz, RandomGenerator random) {
        if (rateHz > 0) {
            events.add(now + RandomStreams.waitMicros(random, rateHz), (kind << 32) | which);
        }
    }

    private void handle(long time, long kind, int which, SpikeBlock block) {
        if (kind == OWN) {
            schedule(time, OWN, which, settings.rateHz(), background);
            fire(time, which, block);
        } else if (kind == EVOKED) {
            fire(time, which, block);
        } else if (kind == ASSEMBLY) {
            schedule(time, ASSEMBLY, which, settings.assemblies().rateHz(), drive);
            driveTogether(time, wiring.assemblies().get(which));
        } else if (kind == SILENCE) {
            silencedUntil[which] =
                    Math.max(silencedUntil[which], time + settings.inhibition().durationMicros());
        } else {
            schedule(time, BURST, 0, settings.bursts().perMinute() / 60, bursting);
            burst(time);
        }
    }

    private void fire(long time, int neuron, SpikeBlock block) {
        boolean resting = time - lastSpike[neuron] < REFRACTORY_MICROS;
        if (resting || time < silencedUntil[neuron] || time >= silentFrom[neuron]) {
            return;
        }
        lastSpike[neuron] = time;
        block.add(time, neuron);
        for (int k = firstSynapse[neuron]; k < firstSynapse[neuron + 1]; k++) {
            PlantedSynapse synapse = wiring.synapses().get(k);
            if (transmission.nextDouble() < synapse.strength() && time < synapse.untilMicros()) {
                long jitter = transmission.nextLong(-JITTER_MICROS, JITTER_MICROS + 1);
                long kind = synapse.inhibitory() ? SILENCE : EVOKED;
                events.add(time + Math.max(1, synapse.lagMicros() + jitter), (kind << 32) | synapse.post());
            }
        }
    }

    private void driveTogether(long time, int[] members) {
        for (int neuron : members) {
            if (drive.nextDouble() < settings.assemblies().participation()) {
                events.add(time + drive.nextLong(settings.assemblies().spreadMicros()), neuron);
            }
        }
    }

    private void burst(long time) {
        SimulationSettings.Bursts bursts = settings.bursts();
        for (int neuron = 0; neuron < settings.neurons() && bursts.rateHz() > 0; neuron++) {
            long start = onsets.next(time, neuron);
            if (start != RaggedOnsets.ABSENT) {
                fireFor(start, start + bursts.durationMicros(), neuron, bursts.rateHz());
            }
        }
    }

    private void fireFor(long start, long end, int neuron, double rateHz) {
        long spike = start + RandomStreams.waitMicros(bursting, rateHz);
        while (spike < end) {
            events.add(spike, neuron);
            spike += RandomStreams.waitMicros(bursting, rateHz);
        }
    }
}
