package dev.hebb.processor;

import dev.hebb.processor.RecentNetworks.Resident;
import org.apache.kafka.streams.processor.Punctuator;

/**
 * Lets the event time of networks that nothing comes of follow the wall clock. After a start, those in the store count
 * as just heard of. A network that had to leave memory stands still until it is heard of again.
 */
final class IdleNetworks implements Punctuator {
    private final RecentNetworks networks;
    private final FramingRecords records;
    private final long timeoutMillis;
    private boolean started;

    IdleNetworks(RecentNetworks networks, FramingRecords records, long timeoutMillis) {
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
            if (!networks.has(resident)) {
                continue;
            }
            records.begin(nowMillis);
            // Without frames there is nothing to remember: the wall clock says it again.
            if (resident.idle(nowMillis, timeoutMillis, records)
                    && (records.hasFramed() || resident.framer().isRewritten())) {
                networks.remember(resident);
                records.end(resident);
            }
        }
    }
}
