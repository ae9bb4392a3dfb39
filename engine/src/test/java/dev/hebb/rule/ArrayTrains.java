package dev.hebb.rule;

import java.util.Arrays;

/** Two trains, as arrays of ascending times in µs; empty unless given. */
public record ArrayTrains(long[] pre, long[] post) implements PairTrains {
    public ArrayTrains() {
        this(new long[0], new long[0]);
    }

    /** Times in milliseconds. */
    static ArrayTrains ofMillis(double[] pre, double[] post) {
        return new ArrayTrains(micros(pre), micros(post));
    }

    private static long[] micros(double[] millis) {
        return Arrays.stream(millis).mapToLong(ms -> Math.round(ms * 1_000)).toArray();
    }

    @Override
    public int firstPre(long micros) {
        return first(pre, micros);
    }

    @Override
    public long preMicros(int place) {
        return pre[place];
    }

    @Override
    public int firstPost(long micros) {
        return first(post, micros);
    }

    @Override
    public long postMicros(int place) {
        return post[place];
    }

    private static int first(long[] times, long micros) {
        int place = 0;
        while (place < times.length && times[place] < micros) {
            place++;
        }
        return place;
    }
}
