package dev.hebb.plasticity;

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
 */
public record WindowContext(
        long window,
        long startMicros,
        long endMicros,
        long observedMicros,
        long observedSoFarMicros,
        StageConstants stage) {
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
    }
}
