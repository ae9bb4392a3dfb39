package dev.hebb.processor;

import dev.hebb.processor.FramersInMemory.Resident;
import org.apache.kafka.streams.processor.Punctuator;

/**
 * The networks without new records, whose event time follows the wall clock, as {@link LiveTime} does. After a start,
 * those in the store count as just used. The time of a network that had to leave memory stops until its next record.
 */
final class IdleNetworks implements Punctuator {
    private final FramersInMemory networks;
    private final FramingRecords records;
    private final LiveTime live;
    private final long timeoutMillis;
    private boolean started;

    IdleNetworks(FramersInMemory networks, FramingRecords records, LiveTime live, long timeoutMillis) {
        this.networks = networks;
        this.records = records;
        this.live = live;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public void punctuate(long nowMillis) {
        long liveMillis = live.at(nowMillis);
        if (!started) {
            networks.openKnown(liveMillis);
            started = true;
        }
        for (Resident resident : networks.all()) {
            if (networks.has(resident)) {
                records.begin(nowMillis);
                follow(resident, liveMillis);
            }
        }
    }

    private void follow(Resident resident, long liveMillis) {
        resident.idle(liveMillis, timeoutMillis, records)
                // That the clock moved need not be remembered: the wall clock says it again.
                .filter(change -> !change.movedOnlyTheClock())
                .ifPresent(change -> {
                    networks.remember(resident, change);
                    networks.write();
                    records.end(resident);
                });
    }
}
