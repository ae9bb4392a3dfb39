package dev.hebb.shard;

/**
 * Counts the pairs of a closed window, dendrite by dendrite: what is published of it. Its bytes are made with the
 * counts, by workers.
 */
final class CoFiringStep implements DendriteStep<Runnable> {
    private static final Runnable NOTHING = () -> {};

    private final CountedWindow window;
    private final WindowResults results;

    CoFiringStep(CountedWindow window, WindowResults results) {
        this.window = window;
        this.results = results;
    }

    @Override
    public boolean leavesScratch() {
        return true;
    }

    @Override
    public Runnable compute(int slot, ScratchMemory scratch) {
        return scratch.coFiring
                .count(window, slot, scratch.counter, scratch.row)
                .map(results::prepared)
                .orElse(NOTHING);
    }

    @Override
    public void write(int slot, Runnable counts, ScratchMemory scratch) {
        counts.run();
    }
}
