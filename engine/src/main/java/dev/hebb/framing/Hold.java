package dev.hebb.framing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Spikes that are too far ahead to be accepted on their own, in order of arrival. Bounded. */
final class Hold {
    private final int spikeLimit;
    private final int byteLimit;
    private List<HeldSpikes> entries = new ArrayList<>();
    private long spikes;
    private long bytes;

    Hold(int spikeLimit, int byteLimit) {
        this.spikeLimit = spikeLimit;
        this.byteLimit = byteLimit;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<HeldSpikes> entries() {
        return List.copyOf(entries);
    }

    long spikes() {
        return spikes;
    }

    boolean contains(HeldSpikes entry) {
        return entries.stream().anyMatch(held -> held == entry);
    }

    void add(HeldSpikes entry) {
        boolean sameRecord =
                !entries.isEmpty() && entries.get(entries.size() - 1).arrival() == entry.arrival();
        entries.add(entry);
        spikes += entry.count();
        bytes += sameRecord ? 0 : entry.source().bytes();
    }

    void remove(List<HeldSpikes> gone) {
        Set<HeldSpikes> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(gone);
        replace(entries.stream().filter(entry -> !identities.contains(entry)).toList());
    }

    /** Keeps these, in this order, instead of what there was. */
    void replace(List<HeldSpikes> kept) {
        entries = new ArrayList<>(kept.size());
        spikes = 0;
        bytes = 0;
        kept.forEach(this::add);
    }

    /**
     * Makes room if there is too much, half of it at once so that it is not done for every record. The newest record
     * stays, however large.
     *
     * @return what had to go
     */
    List<HeldSpikes> overflow() {
        if (spikes <= spikeLimit && bytes <= byteLimit) {
            return List.of();
        }
        long newest = entries.get(entries.size() - 1).arrival();
        long spikesLeft = spikes;
        long bytesLeft = bytes;
        int gone = 0;
        while (entries.get(gone).arrival() != newest && (spikesLeft > spikeLimit / 2 || bytesLeft > byteLimit / 2)) {
            HeldSpikes entry = entries.get(gone++);
            spikesLeft -= entry.count();
            bytesLeft -= entries.get(gone).arrival() == entry.arrival()
                    ? 0
                    : entry.source().bytes();
        }
        return takeFirst(gone);
    }

    /** Returns whether a removal pays: the oldest were held at the oldest clocks. */
    boolean isHalfLeftBehind(NetworkClock clock) {
        return !entries.isEmpty() && clock.leftBehind(entries.get((entries.size() - 1) / 2));
    }

    /** Takes out what the clock has left behind. */
    List<HeldSpikes> takeLeftBehind(NetworkClock clock) {
        int gone = 0;
        while (gone < entries.size() && clock.leftBehind(entries.get(gone))) {
            gone++;
        }
        return takeFirst(gone);
    }

    /**
     * Held spikes that steps of at most {@code stepMicros} connect with these times, and that may still be accepted.
     */
    List<HeldSpikes> around(long fromMicros, long toMicros, long stepMicros, NetworkClock clock) {
        List<HeldSpikes> found = new ArrayList<>();
        List<HeldSpikes> rest = new ArrayList<>(entries);
        rest.removeIf(clock::leftBehind);
        long from = fromMicros;
        long to = toMicros;
        for (boolean grown = true; grown; ) {
            List<HeldSpikes> apart = new ArrayList<>();
            int before = found.size();
            for (HeldSpikes entry : rest) {
                if (entry.lastMicros() < from - stepMicros || entry.firstMicros() > to + stepMicros) {
                    apart.add(entry);
                } else {
                    found.add(entry);
                    from = Math.min(from, entry.firstMicros());
                    to = Math.max(to, entry.lastMicros());
                }
            }
            grown = found.size() > before && !apart.isEmpty();
            rest = apart;
        }
        return found;
    }

    private List<HeldSpikes> takeFirst(int count) {
        List<HeldSpikes> taken = List.copyOf(entries.subList(0, count));
        if (count > 0) {
            replace(entries.subList(count, entries.size()));
        }
        return taken;
    }
}
