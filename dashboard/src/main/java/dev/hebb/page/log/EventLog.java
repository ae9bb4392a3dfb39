package dev.hebb.page.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The latest events of a network by event time: topics are read one beside the other. Not thread-safe. */
final class EventLog {
    /** Events that are kept for sure. */
    static final int KEPT = 2_000;

    private static final Comparator<PageEvent> BY_TIME =
            Comparator.comparingLong(PageEvent::atMicros).thenComparingLong(PageEvent::seq);

    private final List<PageEvent> events = new ArrayList<>();
    private long written;

    void add(PageEvent event) {
        written++;
        events.add(event.numbered(written));
        if (events.size() >= 2 * KEPT) {
            events.sort(BY_TIME);
            events.subList(0, events.size() - KEPT).clear();
        }
    }

    /** Returns the number of events ever added, which is the cursor of a reader that has seen all. */
    long written() {
        return written;
    }

    /** The latest events that were added behind a cursor, earliest first. */
    List<PageEvent> after(long cursor, int most) {
        List<PageEvent> fresh = new ArrayList<>(
                events.stream().filter(event -> event.seq() > cursor).toList());
        fresh.sort(BY_TIME);
        return List.copyOf(fresh.subList(Math.max(0, fresh.size() - most), fresh.size()));
    }
}
