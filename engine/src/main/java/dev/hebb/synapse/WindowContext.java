package dev.hebb.synapse;

import dev.hebb.check.Check;
import dev.hebb.rule.WindowTimes;

/**
 * The closed window in which a dendrite learns.
 *
 * @param window its number, floor(start / window length)
 * @param times its event times
 * @param observedSoFarMicros observed time of the network since its first window, up to and with this one: the clock by
 *     which synapses decay and terms run out
 * @param stage constants of the stage in which the dendrite learns
 * @param plasticity how much of learning and of forgetting there is: 1 but under stress, which holds back both
 */
public record WindowContext(
        long window, WindowTimes times, long observedSoFarMicros, StageConstants stage, double plasticity) {
    /** Least plasticity with which synapses form. */
    private static final double FORMING_PLASTICITY = 0.5;

    public WindowContext {
        Check.that(
                observedSoFarMicros >= times.observedMicros(),
                "observedSoFarMicros %d is less than observedMicros %d",
                observedSoFarMicros,
                times.observedMicros());
        Check.that(plasticity >= 0 && plasticity <= 1, "plasticity is %s: it must lie in [0, 1]", plasticity);
    }

    /** Start of the window, inclusive. */
    public long startMicros() {
        return times.startMicros();
    }

    /** End of the window, exclusive: when its transitions happen. */
    public long endMicros() {
        return times.endMicros();
    }

    /** Part of the window that no gap covers. */
    public long observedMicros() {
        return times.observedMicros();
    }

    /** Returns a copy with other constants, for a dendrite that is in a stage of its own. */
    public WindowContext in(StageConstants other) {
        return new WindowContext(window, times, observedSoFarMicros, other, plasticity);
    }

    /** Returns whether new synapses may form. */
    public boolean formationPermitted() {
        return stage.formationPermitted() && plasticity >= FORMING_PLASTICITY;
    }
}
