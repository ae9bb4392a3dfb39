package dev.hebb.rule;

/**
 * The part that both STDP rules share: the weight changes at each spike of a pair. A pre-synaptic spike acts when it is
 * fired, a post-synaptic one a dendritic delay later. A window takes the spikes that act in it, and passes on both
 * traces, decayed to its end. Consecutive windows of any length therefore give the result of one long window.
 *
 * <p>Traces decay over unobserved time as over any other. Whole windows of it have no spikes; a post-synaptic spike
 * that would act in them does nothing.
 */
final class SpikeTiming {
    private final StdpConstants constants;
    private final Trace plus;
    private final Trace minus;

    SpikeTiming(StdpConstants constants, Trace.Pairing pairing) {
        this.constants = constants;
        this.plus = new Trace(constants.tauPlusMicros(), pairing);
        this.minus = new Trace(constants.tauMinusMicros(), pairing);
    }

    /** Learns from a window: the weight after it lies in [0, 1]. The memory is both traces, K₊ and K₋. */
    WeightChange learn(double weight, double rate, SynapseUse use, RuleMemory memory) {
        WindowTimes window = use.window();
        plus.resume(memory.first(), window.previousEndMicros());
        minus.resume(memory.second(), window.previousEndMicros());
        double learned = walk(weight, rate, use);
        RuleMemory traces = new RuleMemory(plus.at(window.endMicros()), minus.at(window.endMicros()));
        return new WeightChange(learned - weight, traces);
    }

    private double walk(double weight, double rate, SynapseUse use) {
        PairTrains trains = use.trains();
        WindowTimes window = use.window();
        long delay = constants.dendriticDelayMicros();
        int pre = trains.firstPre(window.startMicros());
        int preEnd = trains.firstPre(window.endMicros());
        int post = trains.firstPost(window.startMicros() - delay);
        int postEnd = trains.firstPost(window.endMicros() - delay);
        double w = weight;
        while (pre < preEnd || post < postEnd) {
            long preAt = pre < preEnd ? trains.preMicros(pre) : Long.MAX_VALUE;
            long postAt = post < postEnd ? trains.postMicros(post) + delay : Long.MAX_VALUE;
            w = act(w, rate, use.inhibitory(), preAt, postAt);
            pre += preAt <= postAt ? 1 : 0;
            post += postAt <= preAt ? 1 : 0;
        }
        return w;
    }

    /** The earlier of the two spikes, or both at one moment: then neither sees the other's trace. */
    private double act(double weight, double rate, boolean inhibitory, long preAt, long postAt) {
        long now = Math.min(preAt, postAt);
        double causal = plus.at(now);
        double antiCausal = minus.at(now);
        double w = weight;
        if (postAt == now) {
            w = inhibitory ? weaker(w, rate * causal) : stronger(w, rate * causal);
            minus.spike(now);
        }
        if (preAt == now) {
            w = inhibitory ? stronger(w, rate * antiCausal) : weaker(w, rate * antiCausal);
            plus.spike(now);
        }
        return w;
    }

    private double stronger(double w, double amount) {
        return Math.min(1, w + constants.plus() * amount * Math.pow(1 - w, constants.muPlus()));
    }

    private double weaker(double w, double amount) {
        return Math.max(0, w - constants.minus() * amount * Math.pow(w, constants.muMinus()));
    }
}
