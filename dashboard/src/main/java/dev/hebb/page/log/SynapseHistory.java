package dev.hebb.page.log;

import java.util.Arrays;

/**
 * Every change of a network's synapses, to see the connectome of a past time. The oldest go when there are too many.
 */
final class SynapseHistory {
    /** Changes that are kept at most. */
    static final int KEPT = 200_000;

    private static final int FIRST = 256;

    private long[] at = new long[FIRST];
    private int[] pre = new int[FIRST];
    private int[] post = new int[FIRST];
    private byte[] kind = new byte[FIRST];
    private float[] weight = new float[FIRST];
    private int size;
    private long forgotten;

    void add(long atMicros, int from, int onto, Change change, boolean inhibitory, double ofWeight) {
        if (size == KEPT) {
            forgetHalf();
        } else if (size == at.length) {
            grow();
        }
        at[size] = atMicros;
        pre[size] = from;
        post[size] = onto;
        kind[size] = (byte) (change.ordinal() * 2 + (inhibitory ? 1 : 0));
        weight[size] = (float) ofWeight;
        size++;
    }

    private void forgetHalf() {
        int kept = KEPT / 2;
        for (Object column : new Object[] {at, pre, post, kind, weight}) {
            System.arraycopy(column, KEPT - kept, column, 0, kept);
        }
        forgotten += KEPT - kept;
        size = kept;
    }

    private void grow() {
        int longer = Math.min(KEPT, at.length * 2);
        at = Arrays.copyOf(at, longer);
        pre = Arrays.copyOf(pre, longer);
        post = Arrays.copyOf(post, longer);
        kind = Arrays.copyOf(kind, longer);
        weight = Arrays.copyOf(weight, longer);
    }

    SynapseChanges changes() {
        return new SynapseChanges(
                forgotten,
                Arrays.copyOf(at, size),
                Arrays.copyOf(pre, size),
                Arrays.copyOf(post, size),
                ints(),
                Arrays.copyOf(weight, size));
    }

    private int[] ints() {
        int[] kinds = new int[size];
        for (int i = 0; i < size; i++) {
            kinds[i] = kind[i];
        }
        return kinds;
    }

    /** Kind of change of a synapse; the page knows them by number. */
    enum Change {
        FORMED,
        MASKED,
        UNMASKED,
        PRUNED
    }
}
