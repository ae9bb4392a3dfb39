package dev.hebb.framing;

import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Spikes that wait for the watermark, by slice. Bounded. */
final class Pending {
    /** Freed less than this part, looking for duplicates is not tried again until a slice has left. */
    private static final int WORTHWHILE = 16;

    private final SliceGrid grid;
    private final int limit;
    private final TreeMap<Long, Slice> slices = new TreeMap<>();
    private @Nullable Slice lastUsed;
    private int size;
    private boolean full;

    Pending(SliceGrid grid, int limit) {
        this.grid = grid;
        this.limit = limit;
    }

    int size() {
        return size;
    }

    /** Ascending, each in order and without duplicates. */
    Collection<Slice> settledSlices() {
        settle();
        return slices.values();
    }

    /** Returns whether there was room. */
    boolean offer(long timeMicros, int neuron) {
        if (size >= limit && !makeRoom()) {
            return false;
        }
        add(timeMicros, neuron);
        return true;
    }

    /** Adds what there once was room for. */
    void add(long timeMicros, int neuron) {
        slice(timeMicros).add(timeMicros, neuron);
        size++;
    }

    void addDuplicates(long timeMicros, long found) {
        slice(timeMicros).addDuplicates(found);
    }

    /** Returns where the first slice ends; the end of time if there is none. */
    long firstEndMicros() {
        return slices.isEmpty()
                ? Long.MAX_VALUE
                : slices.firstEntry().getValue().endMicros();
    }

    /** Takes the first slice out, in order and without duplicates. */
    Slice takeFirst() {
        Slice first = slices.pollFirstEntry().getValue();
        size -= first.size();
        full = false;
        lastUsed = null;
        first.settle();
        return first;
    }

    private Slice slice(long timeMicros) {
        if (lastUsed == null || !lastUsed.covers(timeMicros)) {
            long start = grid.sliceStart(timeMicros);
            lastUsed = slices.computeIfAbsent(start, from -> new Slice(from, grid.sliceEnd(from)));
        }
        return lastUsed;
    }

    /** Drops older spikes. */
    void dropBefore(long timeMicros) {
        while (firstEndMicros() <= timeMicros) {
            takeFirst();
        }
        if (!slices.isEmpty()) {
            slices.firstEntry().getValue().dropBefore(timeMicros);
        }
        settle();
    }

    private boolean makeRoom() {
        if (full) {
            return false;
        }
        settle();
        full = size > limit - Math.max(1, limit / WORTHWHILE);
        return size < limit;
    }

    private void settle() {
        size = 0;
        for (Slice slice : slices.values()) {
            slice.settle();
            size += slice.size();
        }
    }
}
