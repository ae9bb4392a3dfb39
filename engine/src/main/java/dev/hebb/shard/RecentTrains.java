package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import org.jspecify.annotations.Nullable;

/**
 * The spike trains of the last windows, each window indexed once: what its dendrites are counted from when it closes,
 * and again when they are recounted. A window's counts then come from a few hundred kilobytes that stay in the cache.
 * Windows are indexed before they are read: {@link #of} changes nothing.
 *
 * <p>Measured at 1,000 neurons and 4 shards: indexing all thirty windows for the eight dendrites that were due took a
 * third of the engine's time.
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
     * Indexes some windows, unless they are indexed. All their spikes, and those of the reach before, must be in the
     * log.
     *
     * @param first window
     * @param last window, inclusive; no more windows than are kept
     * @param slots all slots in the log are below this
     */
    void index(long first, long last, SpikeLog log, int slots) {
        for (long window = first; window <= last; window++) {
            int place = place(window);
            TrainIndex trains = ring[place];
            if (trains == null || windows[place] != window) {
                TrainIndex indexed = trains == null ? new TrainIndex(axis) : trains;
                indexed.rebuild(log, window * windowMicros, (window + 1) * windowMicros, slots);
                ring[place] = indexed;
                windows[place] = window;
            }
        }
    }

    /**
     * The trains of a window.
     *
     * @throws IllegalStateException if it is not indexed
     */
    TrainIndex of(long window) {
        TrainIndex trains = ring[place(window)];
        if (trains == null || windows[place(window)] != window) {
            throw new IllegalStateException("the spike trains of window " + window + " are not indexed");
        }
        return trains;
    }

    /** Bytes that they take up now, in use or reserved. */
    long memoryBytes() {
        long bytes = 0;
        for (TrainIndex trains : ring) {
            bytes += trains == null ? 0 : trains.memoryBytes();
        }
        return bytes;
    }

    private int place(long window) {
        return (int) Math.floorMod(window, (long) ring.length);
    }
}
