package dev.hebb.page.log;

import java.util.List;

/**
 * Changes of a network since a page's last frame: the slower the page, the more is put into one.
 *
 * @param next where the page stands after it
 * @param eventsLeftOut earlier events that are not among these
 * @param life points that are new or changed
 * @param stride windows that a point stands for
 */
public record PageFrame(
        PageCursor next, Spikes spikes, List<PageEvent> events, long eventsLeftOut, List<LifePoint> life, long stride) {
    public PageFrame {
        events = List.copyOf(events);
        life = List.copyOf(life);
    }

    /** Returns whether there is nothing to send. */
    public boolean isEmpty() {
        return spikes.offsets().length == 0 && events.isEmpty() && life.isEmpty();
    }
}
