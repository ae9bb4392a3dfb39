package dev.hebb.shard;

import java.util.ArrayList;
import java.util.List;

/** Times that nobody observed, as disjoint intervals [from, to) in ascending order. */
public final class Gaps {
    /** One interval, in microseconds: from inclusive, to exclusive. */
    public record Interval(long fromMicros, long toMicros) {}

    private final List<Interval> intervals = new ArrayList<>();

    /** Adds an interval; merges it with those it touches. */
    void add(long fromMicros, long toMicros) {
        long from = fromMicros;
        long to = toMicros;
        int at = 0;
        while (at < intervals.size() && intervals.get(at).toMicros() < from) {
            at++;
        }
        while (at < intervals.size() && intervals.get(at).fromMicros() <= to) {
            Interval touched = intervals.remove(at);
            from = Math.min(from, touched.fromMicros());
            to = Math.max(to, touched.toMicros());
        }
        intervals.add(at, new Interval(from, to));
    }

    /** How much of [fromMicros, toMicros) was observed. */
    long observedMicros(long fromMicros, long toMicros) {
        long observed = toMicros - fromMicros;
        for (Interval gap : intervals) {
            long overlap = Math.min(toMicros, gap.toMicros()) - Math.max(fromMicros, gap.fromMicros());
            observed -= Math.max(0, overlap);
        }
        return observed;
    }

    /** The end of the interval that covers this time, or the time itself. */
    long nextObserved(long timeMicros) {
        for (Interval gap : intervals) {
            if (gap.fromMicros() <= timeMicros && timeMicros < gap.toMicros()) {
                return gap.toMicros();
            }
        }
        return timeMicros;
    }

    /** Forgets what lies wholly before a time. */
    void dropBefore(long timeMicros) {
        intervals.removeIf(gap -> gap.toMicros() <= timeMicros);
    }

    List<Interval> intervals() {
        return List.copyOf(intervals);
    }
}
