package dev.hebb.shard;

/** Runs a step of closing a window for many dendrites. */
interface StepRunner {
    /**
     * Runs a step. Results are written in the order of the slots, whatever the order in which they are computed.
     *
     * @param slots of the dendrites, ascending
     * @param neurons says whose they are
     */
    <R> void run(int[] slots, Neurons neurons, DendriteStep<R> step);
}
