package dev.hebb.shard;

import dev.hebb.framing.Gap;
import java.util.ArrayList;
import java.util.List;

/** The times in which a network was not observed, as disjoint gaps in ascending order. */
final class UnobservedTime {
    private final List<Gap> gaps = new ArrayList<>();

    /** Adds a gap; merges it with those it touches. */
    void add(Gap gap) {
        long from = gap.fromMicros();
        long to = gap.toMicros();
        int at = 0;
        while (at < gaps.size() && gaps.get(at).toMicros() < from) {
            at++;
        }
        while (at < gaps.size() && gaps.get(at).fromMicros() <= to) {
            Gap touched = gaps.remove(at);
            from = Math.min(from, touched.fromMicros());
            to = Math.max(to, touched.toMicros());
        }
        gaps.add(at, new Gap(from, to));
    }

    /** Returns how much of [fromMicros, toMicros) was observed. */
    long observedMicros(long fromMicros, long toMicros) {
        long observed = toMicros - fromMicros;
        for (Gap gap : gaps) {
            long overlap = Math.min(toMicros, gap.toMicros()) - Math.max(fromMicros, gap.fromMicros());
            observed -= Math.max(0, overlap);
        }
        return observed;
    }

    /** The end of the gap that covers this time, or the time itself. */
    long nextObserved(long timeMicros) {
        for (Gap gap : gaps) {
            if (gap.fromMicros() <= timeMicros && timeMicros < gap.toMicros()) {
                return gap.toMicros();
            }
        }
        return timeMicros;
    }

    /** Forgets what lies wholly before a time. */
    void dropBefore(long timeMicros) {
        gaps.removeIf(gap -> gap.toMicros() <= timeMicros);
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
