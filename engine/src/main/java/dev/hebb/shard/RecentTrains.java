package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import org.jspecify.annotations.Nullable;

/**
 * The spike trains of the last windows, each window indexed once: what its dendrites are counted from when it closes,
 * and again when their turn comes. A window's counts then come from a few hundred kilobytes that stay in the cache.
 *
 * <p>Measured at 1,000 neurons and 4 shards: indexing all thirty windows anew for the eight dendrites whose turn it was
 * took a third of the engine's time.
 */
final class RecentTrains {
    private final LagAxis axis;
    private final long windowMicros;
    private final @Nullable TrainIndex[] ring;
    private final long[] windows;

    /** @param most how many windows are kept */
    RecentTrains(LagAxis axis, long windowMicros, int most) {
        this.axis = axis;
        this.windowMicros = windowMicros;
        this.ring = new TrainIndex[most];
        this.windows = new long[most];
    }

    /**
     * The trains of a window. Indexed if they are not, and then all spikes of the window and of the reach before it must
     * be in the log.
     *
     * @param slots all slots in the log are below this
     */
    TrainIndex of(long window, SpikeLog log, int slots) {
        int place = (int) Math.floorMod(window, (long) ring.length);
        TrainIndex trains = ring[place];
        if (trains == null) {
            trains = new TrainIndex(axis);
            ring[place] = trains;
        } else if (windows[place] == window) {
            return trains;
        }
        trains.rebuild(log, window * windowMicros, (window + 1) * windowMicros, slots);
        windows[place] = window;
        return trains;
    }
}
