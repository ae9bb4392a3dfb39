package dev.hebb.framing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The gaps of a network that still matter: those to be announced in a frame, and those that the clock has to cross. */
final class Gaps {
    /** Largest number of gaps of a network: more than any recordings have. It keeps memory bounded. */
    static final int MOST = 4096;

    private final TreeSet<Gap> ahead = new TreeSet<>();
    private final TreeSet<Gap> unannounced = new TreeSet<>();
    private boolean changed;

    /** Returns whether anything changed since this was asked the last time. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** Returns whether there is no gap that still matters. */
    boolean isEmpty() {
        return ahead.isEmpty() && unannounced.isEmpty();
    }

    /** Returns whether there was room. */
    boolean add(Gap gap) {
        if (ahead.size() >= MOST || unannounced.size() >= MOST) {
            return false;
        }
        changed = true;
        ahead.add(gap);
        unannounced.add(gap);
        return true;
    }

    void replace(Collection<Gap> nowAhead, Collection<Gap> nowUnannounced) {
        ahead.clear();
        ahead.addAll(nowAhead);
        unannounced.clear();
        unannounced.addAll(nowUnannounced);
    }

    List<Gap> ahead() {
        return List.copyOf(ahead);
    }

    List<Gap> unannounced() {
        return List.copyOf(unannounced);
    }

    /** Returns where the first gap begins that no frame has announced; the end of time if there is none. */
    long firstUnannouncedMicros() {
        return unannounced.isEmpty() ? Long.MAX_VALUE : unannounced.first().fromMicros();
    }

    /** The gaps to be announced in a frame with this watermark: those that begin before it, or there. */
    List<Gap> announceUntil(long watermarkMicros) {
        if (firstUnannouncedMicros() > watermarkMicros) {
            return List.of();
        }
        changed = true;
        List<Gap> announced = new ArrayList<>();
        while (firstUnannouncedMicros() <= watermarkMicros) {
            announced.add(unannounced.pollFirst());
        }
        return announced;
    }

    /** Returns how much of the time between is gap; overlapping gaps count once. */
    long unobservedMicros(long fromMicros, long toMicros) {
        long unobserved = 0;
        long counted = fromMicros;
        for (Gap gap : ahead) {
            long start = Math.max(counted, gap.fromMicros());
            long end = Math.min(toMicros, gap.toMicros());
            if (end > start) {
                unobserved += end - start;
                counted = end;
            }
        }
        return unobserved;
    }

    /** The clock is here: what ended before does not shorten any jump. */
    void passed(long clockMicros) {
        if (!ahead.isEmpty()) {
            changed |= ahead.removeIf(gap -> gap.toMicros() <= clockMicros);
        }
    }
}
