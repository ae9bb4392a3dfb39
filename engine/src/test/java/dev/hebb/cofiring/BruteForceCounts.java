package dev.hebb.cofiring;

import dev.hebb.cofiring.CountingCases.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The counting contract in the plainest code that can be right: every spike against every spike. */
final class BruteForceCounts {
    record Spike(long time, int slot) {}

    record Cell(int pre, int post, int bin) {}

    private BruteForceCounts() {}

    /** In order of (time, slot), exact duplicates dropped, as framing delivers them. */
    static List<Spike> ordered(List<Spike> spikes) {
        List<Spike> ordered = new ArrayList<>(new HashSet<>(spikes));
        ordered.sort(Comparator.comparingLong(Spike::time).thenComparingInt(Spike::slot));
        return ordered;
    }

    /** c[pre → post][bin] of [from, to). */
    static Map<Cell, Integer> causal(List<Spike> spikes, LagAxis axis, long from, long to) {
        Map<Cell, Integer> counts = new HashMap<>();
        for (Spike post : spikes) {
            for (Spike pre : spikes) {
                long lag = post.time() - pre.time();
                boolean counted = pre.slot() != post.slot()
                        && post.time() >= from
                        && post.time() < to
                        && lag >= axis.censorMicros()
                        && lag >= 0
                        && lag < (long) axis.bins() * axis.binMicros();
                if (counted) {
                    counts.merge(new Cell(pre.slot(), post.slot(), (int) (lag / axis.binMicros())), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** Two-sided: what is causal, and, left of zero, what is causal the other way round. */
    static int[] twoSided(Map<Cell, Integer> causal, LagAxis axis, int pre, int post) {
        int[] cells = new int[2 * axis.bins()];
        for (int bin = 0; bin < axis.bins(); bin++) {
            cells[axis.bins() + bin] = causal.getOrDefault(new Cell(pre, post, bin), 0);
            cells[axis.bins() - 1 - bin] = causal.getOrDefault(new Cell(post, pre, bin), 0);
        }
        return cells;
    }

    static int coincidences(Case given, int interval, int one, int other) {
        int count = 0;
        for (Spike a : given.spikes()) {
            for (Spike b : given.spikes()) {
                long distance = Math.abs(a.time() - b.time());
                long later = Math.max(a.time(), b.time());
                if (a.slot() == one && b.slot() == other && one != other) {
                    boolean counted =
                            distance < interval && distance >= given.axis().censorMicros();
                    count += counted && later >= given.from() && later < given.to() ? 1 : 0;
                }
            }
        }
        return count;
    }

    static long lastCausal(Case given, int pre, int post, int minLag, int maxLag) {
        long last = Long.MIN_VALUE;
        for (Spike a : given.spikes()) {
            for (Spike b : given.spikes()) {
                long lag = b.time() - a.time();
                boolean inRange = b.time() >= given.from() && b.time() < given.to();
                boolean meant = a.slot() == pre && b.slot() == post && pre != post;
                if (meant
                        && inRange
                        && lag >= minLag
                        && lag < maxLag
                        && lag >= given.axis().censorMicros()) {
                    last = Math.max(last, b.time());
                }
            }
        }
        return last;
    }

    static SpikeLog log(List<Spike> spikes) {
        SpikeLog log = new SpikeLog();
        spikes.forEach(spike -> log.append(spike.time(), spike.slot()));
        return log;
    }

    static int slots(List<Spike> spikes) {
        return spikes.stream().mapToInt(Spike::slot).max().orElse(0) + 1;
    }
}
