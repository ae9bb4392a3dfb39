package dev.hebb.simulate;

import java.util.Arrays;

/**
 * Events to come, earliest first, and of equal times the smaller code first: a binary heap on arrays, since a simulated
 * hour has millions of them.
 */
final class EventQueue {
    private long[] times = new long[1024];
    private long[] codes = new long[1024];
    private int size;

    void add(long timeMicros, long code) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            codes = Arrays.copyOf(codes, 2 * size);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) / 2;
            if (!isBefore(timeMicros, code, parent)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        times[hole] = timeMicros;
        codes[hole] = code;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Time of the first event. */
    long timeMicros() {
        return times[0];
    }

    /** Code of the first event. */
    long code() {
        return codes[0];
    }

    /** Takes the first event away. */
    void remove() {
        long time = times[--size];
        long code = codes[size];
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && isBefore(times[child + 1], codes[child + 1], child)) {
                child++;
            }
            if (isBefore(time, code, child)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        times[hole] = time;
        codes[hole] = code;
    }

    private boolean isBefore(long time, long code, int slot) {
        return time < times[slot] || (time == times[slot] && code < codes[slot]);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        codes[to] = codes[from];
    }
}
