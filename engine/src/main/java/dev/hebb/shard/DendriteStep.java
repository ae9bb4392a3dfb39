package dev.hebb.shard;

/**
 * One step of closing a window, as a function of one dendrite: what was read goes in, a result comes out. {@link #read}
 * and {@link #write} are for the task's own thread, which alone may use stores and outputs. {@link #compute} may run on
 * any thread, for several dendrites at once: it changes nothing but the dendrite's own row and the scratch memory that
 * it was given.
 *
 * @param <R> the result for one dendrite
 */
interface DendriteStep<R> {
    /**
     * Returns whether the scratch memory has nothing of a dendrite but while that is computed: {@link #read} leaves it
     * alone, and so does {@link #write}. Several dendrites may then be computed with one memory, one after the other.
     */
    default boolean leavesScratch() {
        return false;
    }

    /** Reads what is kept of a dendrite into the scratch memory. */
    default void read(int slot, ScratchMemory scratch) {}

    /** Computes the result for a dendrite. */
    R compute(int slot, ScratchMemory scratch);

    /** Writes the result for a dendrite; called in order of slots, with the memory in which it was computed. */
    void write(int slot, R result, ScratchMemory scratch);
}
