package dev.hebb.tissue;

import dev.hebb.check.Check;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.synapse.NeuronPair;
import java.util.List;

/**
 * Simulated tissue: cells with noise, synapses with delays, routes that are cued. Its time advances in steps, and only
 * when it is asked to; what is done to it holds from {@link #nowMicros}. The same settings, seed, and calls at the same
 * times make the same spikes, however many steps each call asks for. Not thread-safe.
 *
 * <p>A spike that arrives within a step acts from the next step on, so an effect never comes before its cause's delay
 * is over, and is late by less than a step.
 */
public final class Tissue {
    /** Beyond the longest random delay: what a stage of a route adds to it, or a cue's spread. */
    private static final long MARGIN_MICROS = 2_000;

    private final TissueSettings settings;
    private final long stepMicros;
    private final List<TissueRoute> routes;
    private final SynapseTable synapses;
    private final Conduction conduction;
    private final Membranes membranes;
    private final SynapticInput input;
    private final Excitability excitability;
    private final Noise noise;
    private final Cueing cueing;
    private final boolean[] inhibitory;
    private final double[] thresholdCurrents;
    private final StepSpikes spikes;
    private long step;

    /** Tissue at rest. */
    public Tissue(TissueSettings settings) {
        this.settings = settings;
        stepMicros = settings.clock().stepMicros();
        TissueWiring wiring = new TissueWiring(settings);
        routes = List.copyOf(wiring.routes());
        synapses = wiring.table();
        inhibitory = settings.inhibitory();
        CellConstants cells = CellConstants.of(settings);
        thresholdCurrents = cells.thresholdCurrents();
        conduction = new Conduction(synapses, settings, thresholdCurrents);
        double stepMillis = settings.clock().stepMillis();
        membranes = settings.model().membranes(inhibitory, stepMillis);
        long longest = Math.max(settings.connections().maxDelayMicros(), longestCueMicros()) + MARGIN_MICROS;
        input = new SynapticInput(settings.neurons(), (int) (longest / stepMicros) + 2, stepMillis);
        excitability = new Excitability(cells.noiseCurrents());
        noise = new Noise(settings.seed());
        cueing = new Cueing(settings, routes);
        spikes = new StepSpikes(settings.neurons());
    }

    /** Returns how far ahead a cue may place pulses: to the end of a route that it makes ready. */
    private long longestCueMicros() {
        return routes.stream()
                .filter(route -> settings.readinessOf(route.name()) > 0)
                .mapToLong(TissueRoute::durationMicros)
                .max()
                .orElse(0);
    }

    public TissueSettings settings() {
        return settings;
    }

    /** Event time up to which it has lived: the end of its last step. */
    public long nowMicros() {
        return settings.clock().startMicros() + step * stepMicros;
    }

    /** The routes as wired, in the order of the settings. */
    public List<TissueRoute> routes() {
        return routes;
    }

    /** The cues since this was last asked, in order of time; forgets them. */
    public List<Cue> takeCues() {
        return cueing.take();
    }

    /**
     * Simulates all whole steps that end at a time or before.
     *
     * @param out the spikes are added to it, in order of (time, neuron)
     */
    public void advance(long untilMicros, SpikeBlock out) {
        double[] currents = conduction.currents();
        while (nowMicros() + stepMicros <= untilMicros) {
            cueing.until(nowMicros() + stepMicros, this::pulse);
            live(currents);
            spikes.drainTo(out);
            step++;
        }
    }

    private void live(double[] currents) {
        input.begin(step);
        long noiseKey = noise.key(step);
        for (int neuron = 0; neuron < inhibitory.length; neuron++) {
            if (excitability.isDead(neuron)) {
                continue;
            }
            double current = excitability.gain(neuron) * input.excitation(neuron)
                    - input.inhibition(neuron)
                    + excitability.noise(neuron) * Noise.of(noiseKey, neuron);
            double fraction = membranes.step(neuron, current);
            if (fraction >= 0) {
                fire(neuron, Math.min((long) (fraction * stepMicros), stepMicros - 1), currents);
            }
        }
    }

    private void fire(int neuron, long offsetMicros, double[] currents) {
        spikes.add(nowMicros() + offsetMicros, neuron);
        int end = synapses.end(neuron);
        for (int synapse = synapses.begin(neuron); synapse < end; synapse++) {
            long arrival = arrivalStep(offsetMicros + synapses.delayMicros(synapse));
            if (inhibitory[neuron]) {
                input.inhibit(arrival, synapses.post(synapse), currents[synapse]);
            } else {
                input.excite(arrival, synapses.post(synapse), currents[synapse]);
            }
        }
    }

    /** The first step that begins at this time after now, or later. */
    private long arrivalStep(long afterMicros) {
        return step + (afterMicros + stepMicros - 1) / stepMicros;
    }

    private void pulse(int neuron, long atMicros, double strength) {
        input.excite(arrivalStep(atMicros - nowMicros()), neuron, strength * thresholdCurrents[neuron]);
    }

    /** Cues a route now, whatever the schedule says. */
    public void cue(String route) {
        cueing.cue(route, nowMicros(), this::pulse);
    }

    /** Lets an answer of Hebb's govern the synapse from now on; see {@link Efficacy}. */
    public void apply(SynapseNews news) {
        NeuronPair pair = news.pair();
        Check.that(
                Math.max(pair.pre(), pair.post()) < settings.neurons(),
                "there is no synapse %d → %d in tissue of %d neurons",
                pair.pre(),
                pair.post(),
                settings.neurons());
        conduction.apply(news);
    }

    /** Kills neurons: they never fire again. Ids that the tissue does not have are passed over. */
    public void lesion(int... neurons) {
        for (int neuron : neurons) {
            if (isOwn(neuron)) {
                excitability.kill(neuron);
            }
        }
    }

    /**
     * Makes neurons more or less excitable: excitatory input and the variance of noise are multiplied.
     *
     * @param gain not negative; 1 ends it
     */
    public void stimulate(double gain, int... neurons) {
        Check.that(gain >= 0, "the gain must not be negative, not %s", gain);
        for (int neuron : neurons) {
            if (isOwn(neuron)) {
                excitability.stimulate(neuron, gain);
            }
        }
    }

    private boolean isOwn(int neuron) {
        return neuron >= 0 && neuron < inhibitory.length;
    }

    /**
     * Lets the tissue fall back on its strongest synapses: of the excitatory ones that conduct, the fraction
     * {@code level} that is weakest conducts only 1 − level of itself.
     *
     * @param level from 0, calm, to 1
     */
    public void stress(double level) {
        Check.that(level >= 0 && level <= 1, "the level of stress must be 0 to 1, not %s", level);
        conduction.stress(level);
    }

    /** Reads every synapse there is, by (pre, post). */
    public void eachSynapse(SynapseReader reader) {
        for (int pre = 0; pre < inhibitory.length; pre++) {
            for (int synapse = synapses.begin(pre); synapse < synapses.end(pre); synapse++) {
                reader.accept(pre, synapses.post(synapse), synapses.delayMicros(synapse), synapses.efficacy(synapse));
            }
        }
    }

    /** Receives synapses. */
    @FunctionalInterface
    public interface SynapseReader {
        /**
         * A synapse.
         *
         * @param efficacy what it conducts while all is calm: 1 just makes a resting cell fire; 0 while dormant or
         *     pruned
         */
        void accept(int pre, int post, long delayMicros, double efficacy);
    }
}
