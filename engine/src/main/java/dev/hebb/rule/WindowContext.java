package dev.hebb.rule;

import dev.hebb.check.Check;

/**
 * The closed window in which a dendrite learns.
 *
 * @param window its number, floor(start / window length)
 * @param startMicros event time, inclusive
 * @param endMicros event time, exclusive: when its transitions happen
 * @param observedMicros part of the window that no gap covers
 * @param observedSoFarMicros observed time of the network since its first window, up to and with this one: the clock by
 *     which synapses decay and terms run out
 * @param stage constants of the network's stage
 * @param plasticity how much of learning and of forgetting there is: 1 but under stress, which holds back both
 * @param previousEndMicros event time at which the window before it ended that was not passed over: its start, or
 *     earlier if windows that nobody observed lie between
 */
public record WindowContext(
        long window,
        long startMicros,
        long endMicros,
        long observedMicros,
        long observedSoFarMicros,
        StageConstants stage,
        double plasticity,
        long previousEndMicros) {
    /** Under less than this, no synapse forms. */
    private static final double FORMING_PLASTICITY = 0.5;

    public WindowContext {
        Check.that(endMicros > startMicros, "window ends at %d, not after its start %d", endMicros, startMicros);
        Check.that(
                observedMicros >= 0 && observedMicros <= endMicros - startMicros,
                "observedMicros is %d: it must lie between 0 and the window's length",
                observedMicros);
        Check.that(
                observedSoFarMicros >= observedMicros,
                "observedSoFarMicros %d is less than observedMicros %d",
                observedSoFarMicros,
                observedMicros);
        Check.that(plasticity >= 0 && plasticity <= 1, "plasticity is %s: it must lie in [0, 1]", plasticity);
        Check.that(
                previousEndMicros <= startMicros,
                "previousEndMicros %d is after the window's start %d",
                previousEndMicros,
                startMicros);
    }

    /** A window without stress that follows another without a gap. */
    public WindowContext(
            long window,
            long startMicros,
            long endMicros,
            long observedMicros,
            long observedSoFarMicros,
            StageConstants stage) {
        this(window, startMicros, endMicros, observedMicros, observedSoFarMicros, stage, 1, startMicros);
    }

    /** The same with other constants, for a dendrite that is in a stage of its own. */
    public WindowContext in(StageConstants other) {
        return new WindowContext(
                window,
                startMicros,
                endMicros,
                observedMicros,
                observedSoFarMicros,
                other,
                plasticity,
                previousEndMicros);
    }

    /** Whether new synapses may form. */
    public boolean formationPermitted() {
        return stage.formationPermitted() && plasticity >= FORMING_PLASTICITY;
    }
}
