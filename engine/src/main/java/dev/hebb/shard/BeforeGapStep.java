package dev.hebb.shard;

/**
 * Adds to the cumulative histograms what is not yet in them from before a gap that was not known when its last window
 * closed: its spikes would not outlast the gap. It is judged when the dendrite is next recounted.
 */
final class BeforeGapStep implements DendriteStep<DendriteHistograms> {
    private final long gapWindow;
    private final int slots;
    private final long observedMicros;
    private final Neurons neurons;
    private final RecountCalendar calendar;
    private final NewestCounts newest;

    /**
     * @param gapWindow the first window of the gap
     * @param slots how many neurons were seen before it
     * @param observedMicros how much of the network's life was observed before it
     */
    BeforeGapStep(
            long gapWindow,
            int slots,
            long observedMicros,
            Neurons neurons,
            RecountCalendar calendar,
            NewestCounts newest) {
        this.gapWindow = gapWindow;
        this.slots = slots;
        this.observedMicros = observedMicros;
        this.neurons = neurons;
        this.calendar = calendar;
        this.newest = newest;
    }

    @Override
    public void read(int slot, ScratchMemory scratch) {
        newest.read(slot, slots, scratch);
    }

    @Override
    public DendriteHistograms compute(int slot, ScratchMemory scratch) {
        long first = calendar.firstNew(neurons.rank(slot), gapWindow);
        return newest.add(slot, new WindowRange(first, gapWindow - 1, slots, observedMicros), scratch);
    }

    @Override
    public void write(int slot, DendriteHistograms cumulative, ScratchMemory scratch) {
        newest.write(slot, slots, scratch);
    }
}
