package dev.hebb.processor;

import dev.hebb.processor.FramersInMemory.Resident;
import org.apache.kafka.streams.processor.Punctuator;

/**
 * The networks without new records, whose event time follows the wall clock. After a start, those in the store count
 * as just used. The time of a network that had to leave memory stops until its next record.
 */
final class IdleNetworks implements Punctuator {
    private final FramersInMemory networks;
    private final FramingRecords records;
    private final long timeoutMillis;
    private boolean started;

    IdleNetworks(FramersInMemory networks, FramingRecords records, long timeoutMillis) {
        this.networks = networks;
        this.records = records;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public void punctuate(long nowMillis) {
        if (!started) {
            networks.openKnown(nowMillis);
            started = true;
        }
        for (Resident resident : networks.all()) {
            if (networks.has(resident)) {
                follow(resident, nowMillis);
            }
        }
    }

    private void follow(Resident resident, long nowMillis) {
        records.begin(nowMillis);
        resident.idle(nowMillis, timeoutMillis, records)
                // That the clock moved need not be remembered: the wall clock says it again.
                .filter(change -> !change.movedOnlyTheClock())
                .ifPresent(change -> {
                    networks.remember(resident, change);
                    networks.write();
                    records.end(resident);
                });
    }
}
