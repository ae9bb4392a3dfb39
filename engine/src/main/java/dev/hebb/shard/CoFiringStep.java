package dev.hebb.shard;

/**
 * Counts the pairs of a closed window, dendrite by dendrite: what is kept and published of it. Its bytes are made with
 * the counts, by workers.
 */
final class CoFiringStep implements DendriteStep<Runnable> {
    private static final Runnable NOTHING = () -> {};

    private final ClosingWindow window;
    private final int[] slotsById;
    private final WindowResults results;

    /** @param slotsById all slots, ascending by neuron */
    CoFiringStep(ClosingWindow window, int[] slotsById, WindowResults results) {
        this.window = window;
        this.slotsById = slotsById;
        this.results = results;
    }

    @Override
    public boolean leavesScratch() {
        return true;
    }

    @Override
    public Runnable compute(int slot, ScratchMemory scratch) {
        return scratch.coFiring
                .count(window, slot, slotsById, scratch)
                .map(results::prepared)
                .orElse(NOTHING);
    }

    @Override
    public void write(int slot, Runnable counts, ScratchMemory scratch) {
        counts.run();
    }
}
