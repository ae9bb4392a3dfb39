package dev.hebb.evidence;

import java.util.List;
import java.util.Random;

/** Pairs whose correlograms have a little noise, and a peak of random height near zero lag; coupled with each other. */
public final class RandomPairs implements DendritePairs {
    private static final int LAG_BINS = 50;

    private final List<Integer> ids;
    private final Random random;
    private final Histogram[] newest;

    public RandomPairs(List<Integer> ids, Random random) {
        this.ids = ids;
        this.random = random;
        this.newest = new Histogram[ids.size()];
        for (int index = 0; index < newest.length; index++) {
            newest[index] = histogram(random, 100);
        }
    }

    public static Histogram histogram(Random random, int peak) {
        int[] counts = new int[2 * LAG_BINS];
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] = random.nextInt(3);
        }
        counts[LAG_BINS + random.nextInt(4)] += random.nextInt(peak);
        return new Histogram(counts, 0);
    }

    @Override
    public NetworkNull network() {
        return NetworkNull.UNKNOWN;
    }

    @Override
    public boolean areAll() {
        return true;
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public int pre(int index) {
        return ids.get(index);
    }

    @Override
    public int slot(int index) {
        return index;
    }

    @Override
    public Histogram cumulative(int index) {
        int[] twice = newest[index].counts().clone();
        for (int bin = 0; bin < twice.length; bin++) {
            twice[bin] *= 2;
        }
        return new Histogram(twice, 0);
    }

    @Override
    public Histogram newest(int index) {
        return newest[index];
    }

    @Override
    public Histogram newestBetween(int index, int other) {
        return histogram(random, 200);
    }

    @Override
    public int newestSpikes(int index) {
        return 100;
    }
}
