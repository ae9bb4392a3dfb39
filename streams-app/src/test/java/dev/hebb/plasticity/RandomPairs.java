package dev.hebb.plasticity;

import java.util.Random;

/** Pairs whose correlograms have a little noise, and a peak of random height near zero lag. */
final class RandomPairs implements DendritePairs {
    private static final int LAG_BINS = 50;

    private final int size;
    private final Random random;
    private final Histogram[] newest;

    RandomPairs(int size, Random random) {
        this.size = size;
        this.random = random;
        this.newest = new Histogram[size];
        for (int index = 0; index < size; index++) {
            newest[index] = histogram(random, 100);
        }
    }

    static Histogram histogram(Random random, int peak) {
        int[] counts = new int[2 * LAG_BINS];
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] = random.nextInt(3);
        }
        counts[LAG_BINS + random.nextInt(4)] += random.nextInt(peak);
        return new Histogram(counts, 0);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int pre(int index) {
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
        return histogram(random, 3);
    }

    @Override
    public int newestSpikes(int index) {
        return 100;
    }
}
