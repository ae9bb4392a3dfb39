package dev.hebb.shard;

import java.util.stream.IntStream;

/**
 * Calendar of recounts, which says when each dendrite is recounted: once in each round of windows, in the window of its
 * neuron's rank, so that the work spreads over windows; and all of them in the window before unobserved time, because
 * their spikes are not kept over it.
 */
final class RecountCalendar {
    private final int everyWindows;
    private long recountedBefore;

    RecountCalendar(int everyWindows) {
        this.everyWindows = everyWindows;
    }

    /** Notes that every dendrite was recounted in all windows before this one, or has nothing there. */
    void allRecountedBefore(long window) {
        recountedBefore = window;
    }

    /**
     * Returns the window before which every dendrite was recounted in all windows; some may have been recounted later
     * too.
     */
    long recountedBefore() {
        return recountedBefore;
    }

    /** Returns the dendrites among these that are due when a window closes. */
    int[] due(int[] slots, Neurons neurons, long window) {
        return IntStream.of(slots)
                .filter(slot -> isDue(neurons.rank(slot), window))
                .toArray();
    }

    /** Returns whether dendrites of a rank are due when a window closes. */
    boolean isDue(int rank, long window) {
        return rank % everyWindows == Math.floorMod(window, (long) everyWindows);
    }

    /** The first window in which a dendrite of this rank was not yet recounted, if this window is the next to close. */
    long firstNew(int rank, long nextWindow) {
        long sinceDue = Math.floorMod(nextWindow - rank, (long) everyWindows);
        return Math.max(recountedBefore, nextWindow + 1 - (sinceDue == 0 ? everyWindows : sinceDue));
    }

    /** The first window in which some dendrite may not be recounted yet, if this window is the next to close. */
    long firstNewOfAll(long nextWindow) {
        return Math.max(recountedBefore, nextWindow + 1 - everyWindows);
    }
}
