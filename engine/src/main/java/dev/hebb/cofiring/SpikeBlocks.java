package dev.hebb.cofiring;

import java.util.Arrays;

/**
 * A range of spikes as the counting loop wants to read it: one int a spike, in order of time, block by block of
 * pre-synaptic slots, so that the part of the row that a block writes to stays in the cache.
 *
 * <p>The int is the spike's key, slot · 2K bins − time, as {@link SplitTime} writes bins and times, with the slot
 * counted from the block's first one. For a post-synaptic spike at time t, key + K bins + t, shifted right, is at once
 * slot and lag: the cell of the pair in the block's part of the row, if t is the later spike or both coincide; with t
 * less 1 µs, if t is the earlier one. That is one load, one addition and one shift a pair, whatever the width of a bin.
 *
 * <p>A directory of every few spikes finds where a lag begins and ends: searching the whole range for each spike cost a
 * fifth of the counting.
 */
final class SpikeBlocks {
    /**
     * Row bytes of a block, half of a usual second-level cache. At least one slot, if need be.
     */
    static final int BLOCK_BYTES = 1 << 19;

    /** Bytes of memory for each spike. */
    static final int BYTES_PER_SPIKE = 2 * Integer.BYTES;

    private static final int SPIKES_PER_BUCKET = 8;

    private final SplitTime time;
    private final int stride;
    private final Reciprocal byStride;
    private final int blockShift;

    private int blocks;
    private int rangeMicros;

    /** Spikes of block k are at positions starts[k] to starts[k + 1]. */
    private int[] starts = new int[2];

    private int[] keys = new int[0];
    private int[] offsets = new int[0];

    /** First position of bucket q of block k at [k · buckets + q]; a bucket is 2^bucketShift µs. */
    private int[] directory = new int[0];

    private int bucketShift;
    private int buckets;

    /** Largest power of two that is at most the number of spikes in the fullest bucket. */
    private int firstStep;

    SpikeBlocks(LagAxis axis, int blockBytes) {
        this.time = SplitTime.of(axis);
        this.stride = time.ofBins(axis.cells());
        this.byStride = Reciprocal.of(stride);
        int slots = Math.min(blockBytes / (Short.BYTES * axis.cells()), Integer.MAX_VALUE / stride);
        this.blockShift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, slots));
    }

    /** Bytes that they take up now, in use or reserved. */
    long memoryBytes() {
        return (long) Integer.BYTES * (starts.length + keys.length + offsets.length + directory.length);
    }

    /** Takes the spikes of [origin, origin + range) from a log; no larger slot than {@code slots} − 1. */
    void fill(SpikeLog log, long originMicros, int rangeMicros, int slots) {
        this.rangeMicros = rangeMicros;
        int begin = log.head() + log.lowerBound(originMicros);
        int end = log.head() + log.lowerBound(originMicros + rangeMicros);
        blocks = ((Math.max(1, slots) - 1) >> blockShift) + 1;
        makeRoom(end - begin);
        if (blocks == 1) {
            copy(log, begin, end, (int) originMicros);
        } else {
            partition(log, begin, end, (int) originMicros);
        }
        index();
    }

    int blocks() {
        return blocks;
    }

    int firstSlot(int block) {
        return block << blockShift;
    }

    int[] keys() {
        return keys;
    }

    /** Slot of the spike at a position of a block. */
    int slotAt(int block, int position) {
        return firstSlot(block) + byStride.divide(keys[position] + time.split(offsets[position]));
    }

    /** First position in a block whose time is at or after this offset from the origin. */
    int lowerBound(int block, long offset) {
        int sought = (int) Math.max(0, Math.min(rangeMicros, offset));
        int position = directory[block * buckets + (sought >>> bucketShift)];
        for (int step = firstStep; step > 0; step >>= 1) {
            position += step & isBefore(position + step - 1, starts[block + 1], sought);
        }
        return position;
    }

    /**
     * First positions in a block whose times are at or after these offsets from the origin, found side by side, without
     * a branch on a time. Most of what is read is not in the cache, and this way many reads overlap: docs/benchmarks.md
     * has what this saves.
     *
     * @param sought from 0 to the length of the range
     * @param found written
     * @param size how many
     */
    void lowerBounds(int block, int[] sought, int[] found, int size) {
        int firstBucket = block * buckets;
        for (int i = 0; i < size; i++) {
            found[i] = directory[firstBucket + (sought[i] >>> bucketShift)];
        }
        int end = starts[block + 1];
        for (int step = firstStep; step > 0; step >>= 1) {
            for (int i = 0; i < size; i++) {
                found[i] += step & isBefore(found[i] + step - 1, end, sought[i]);
            }
        }
    }

    /** All bits set if the spike at a position is before the end of its block and before a time, else none. */
    private int isBefore(int position, int end, int sought) {
        return ((position - end) & (offsets[position] - sought)) >> (Integer.SIZE - 1);
    }

    /** Bytes of memory that the spikes take, with the room for more. */
    long bytes() {
        return (long) BYTES_PER_SPIKE * keys.length;
    }

    private void makeRoom(int spikes) {
        if (keys.length < spikes) {
            keys = new int[spikes + spikes / 4];
            offsets = new int[keys.length];
        }
        if (starts.length < blocks + 2) {
            starts = new int[blocks + 2];
        }
        Arrays.fill(starts, 0);
        bucketShift = 0;
        while (((long) (rangeMicros >>> bucketShift) + 2) * blocks > spikes / SPIKES_PER_BUCKET + 2L * blocks) {
            bucketShift++;
        }
        buckets = (rangeMicros >>> bucketShift) + 2;
        if (directory.length < buckets * blocks) {
            directory = new int[buckets * blocks + buckets * blocks / 4];
        }
    }

    /** Copies one block: no sorting. */
    private void copy(SpikeLog log, int begin, int end, int origin) {
        int[] lows = log.lows();
        int[] slots = log.slots();
        int spikes = end - begin;
        for (int i = 0; i < spikes; i++) {
            offsets[i] = lows[begin + i] - origin;
        }
        for (int i = 0; i < spikes; i++) {
            keys[i] = slots[begin + i] * stride - time.split(offsets[i]);
        }
        starts[1] = spikes;
    }

    private void partition(SpikeLog log, int begin, int end, int origin) {
        int[] lows = log.lows();
        int[] slots = log.slots();
        for (int i = begin; i < end; i++) {
            starts[(slots[i] >> blockShift) + 2]++;
        }
        for (int block = 2; block <= blocks; block++) {
            starts[block] += starts[block - 1];
        }
        int mask = (1 << blockShift) - 1;
        for (int i = begin; i < end; i++) {
            int position = starts[(slots[i] >> blockShift) + 1]++;
            offsets[position] = lows[i] - origin;
            keys[position] = (slots[i] & mask) * stride - time.split(offsets[position]);
        }
    }

    private void index() {
        for (int block = 0; block < blocks; block++) {
            int next = block * buckets;
            for (int i = starts[block]; i < starts[block + 1]; i++) {
                int bucket = block * buckets + (offsets[i] >>> bucketShift);
                while (next <= bucket) {
                    directory[next++] = i;
                }
            }
            while (next < (block + 1) * buckets) {
                directory[next++] = starts[block + 1];
            }
        }
        int fullest = 0;
        for (int bucket = 1; bucket < blocks * buckets; bucket++) {
            fullest = Math.max(fullest, directory[bucket] - directory[bucket - 1]);
        }
        firstStep = Integer.highestOneBit(fullest);
        if (offsets.length < starts[blocks] + 2 * firstStep) {
            offsets = Arrays.copyOf(offsets, starts[blocks] + 2 * firstStep);
        }
    }
}
