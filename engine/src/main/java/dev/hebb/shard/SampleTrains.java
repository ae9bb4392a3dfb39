package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import java.util.Arrays;

/**
 * The spike trains of some neurons of a network, as if it had no others. Counting a few dozen neurons from trains of
 * their own takes a fifth of what merging the trains of each pair took.
 */
final class SampleTrains {
    private static final int NO_MEMBER = -1;

    /** Spikes whose index, 1.5 MB, still stays in a cache. */
    private static final int SPIKES_TOGETHER = 1 << 17;

    private final long windowMicros;
    private final int members;
    private final long windowsTogether;
    private final SpikeLog log = new SpikeLog();
    private final TrainIndex index;

    /**
     * Takes the spikes of some neurons.
     *
     * @param network spikes of the network: all of these windows, and of the reach before them
     * @param slots of the neurons, which get slots 0, 1, 2 … here
     */
    SampleTrains(LagAxis axis, long windowMicros, SpikeLog network, WindowRange windows, int[] slots) {
        this.windowMicros = windowMicros;
        this.members = slots.length;
        this.index = new TrainIndex(axis);
        int[] memberOf = memberOf(slots);
        int end = network.lowerBound((windows.last() + 1) * windowMicros);
        for (int i = network.lowerBound(windows.first() * windowMicros - axis.reachMicros()); i < end; i++) {
            int slot = network.slotAt(i);
            if (slot < memberOf.length && memberOf[slot] != NO_MEMBER) {
                log.append(network.timeAt(i), memberOf[slot]);
            }
        }
        long range = windows.last() - windows.first() + 1;
        long few = range * SPIKES_TOGETHER / Math.max(1, log.size());
        long shortEnough = (TrainIndex.MAX_RANGE_MICROS - axis.reachMicros()) / windowMicros;
        this.windowsTogether = Math.max(1, Math.min(few, shortEnough));
    }

    /** Windows that are best counted at once. */
    long windowsTogether() {
        return windowsTogether;
    }

    /** The trains of some of the windows, the last inclusive; valid until the next are asked for. */
    TrainIndex index(long first, long last) {
        index.rebuild(log, first * windowMicros, (last + 1) * windowMicros, members);
        return index;
    }

    private static int[] memberOf(int[] slots) {
        int[] memberOf = new int[Arrays.stream(slots).max().orElse(NO_MEMBER) + 1];
        Arrays.fill(memberOf, NO_MEMBER);
        for (int member = 0; member < slots.length; member++) {
            memberOf[slots[member]] = member;
        }
        return memberOf;
    }
}
