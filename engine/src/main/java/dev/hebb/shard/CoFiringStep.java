package dev.hebb.shard;

import java.util.Optional;

/** Counts the pairs of a closed window, dendrite by dendrite: what is kept and published of it. */
final class CoFiringStep implements DendriteStep<Optional<CoFiringCounts>> {
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
    public Optional<CoFiringCounts> compute(int slot, ScratchMemory scratch) {
        return scratch.coFiring.count(window, slot, slotsById, scratch);
    }

    @Override
    public void write(int slot, Optional<CoFiringCounts> counts, ScratchMemory scratch) {
        counts.ifPresent(results::write);
    }
}
