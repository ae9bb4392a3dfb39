package dev.hebb.page.log;

import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.schema.SynapseEventKind;

/** The data of one network that the page shows. Written by readers of topics, read by pages; never held for long. */
public final class NetworkLog {
    private static final int SPIKES_A_FRAME = 6_000;
    private static final int EVENTS_A_FRAME = EventLog.KEPT;

    private final SpikeRing spikes = new SpikeRing();
    private final EventLog events = new EventLog();
    private final LifeLog life = new LifeLog();
    private final SynapseHistory history = new SynapseHistory();

    /** Adds the spikes of a record. Arrays may be longer than {@code size}. */
    public synchronized void spikes(long[] timesMicros, int[] neurons, int size) {
        for (int i = 0; i < size; i++) {
            spikes.add(timesMicros[i], neurons[i]);
        }
    }

    public synchronized void window(NetworkWindow report) {
        life.add(report);
    }

    public synchronized void synapse(SynapseEvent event) {
        events.add(PageEvents.of(event));
        history.add(
                event.getAt(),
                event.getPre(),
                event.getPost(),
                change(event.getKind()),
                event.getInhibitory(),
                event.getWeight());
    }

    private static SynapseHistory.Change change(SynapseEventKind kind) {
        return switch (kind) {
            case FORMED -> SynapseHistory.Change.FORMED;
            case MASKED -> SynapseHistory.Change.MASKED;
            case UNMASKED -> SynapseHistory.Change.UNMASKED;
        };
    }

    public synchronized void pruned(PruningEvent event) {
        events.add(PageEvents.of(event));
        Integer pre = event.getPre();
        if (pre != null) {
            history.add(
                    event.getAt(),
                    pre,
                    event.getPost(),
                    SynapseHistory.Change.PRUNED,
                    event.getInhibitory(),
                    event.getWeight());
        }
    }

    public synchronized void network(NetworkEvent event) {
        events.add(PageEvents.of(event));
    }

    /** Returns what was added after a page's cursor, with the cursor of the page after it. */
    public synchronized PageFrame after(PageCursor cursor) {
        PageCursor next = new PageCursor(spikes.written(), events.written(), life.version());
        return new PageFrame(
                next,
                spikes.after(cursor.spikes(), SPIKES_A_FRAME),
                events.after(cursor.events(), EVENTS_A_FRAME),
                Math.max(0, events.written() - cursor.events() - EVENTS_A_FRAME),
                life.after(cursor.life()),
                life.stride());
    }

    /** Every change of a synapse that is still known. */
    public synchronized SynapseChanges changes() {
        return history.changes();
    }
}
