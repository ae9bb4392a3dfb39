package dev.hebb.processor;

import dev.hebb.framing.FramerChange;
import dev.hebb.framing.FramingConfig;
import dev.hebb.framing.FramingOutput;
import dev.hebb.framing.NetworkFramer;
import dev.hebb.store.ArrivalJournal;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The networks whose framing a task has in memory: those last used, as many as their spikes leave room for. The
 * store has always everything, so that letting one go costs no more than reading it again.
 */
final class FramersInMemory {
    /** Largest number of rows of a network that is let go; more is rewritten before, so that it is read fast. */
    private static final int ROWS_LEFT = 8;

    private final KeyValueStore<Bytes, byte[]> store;
    private final FramingConfig config;
    private final Map<String, Resident> residents = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Resident last;
    private @Nullable Resident unwritten;
    private long spikes;

    FramersInMemory(KeyValueStore<Bytes, byte[]> store, FramingConfig config) {
        this.store = store;
        this.config = config;
    }

    /** A network in memory. */
    static final class Resident {
        private final String network;
        private final NetworkFramer framer;
        private final ArrivalJournal journal;
        private long spikes;
        private long touchedMillis;
        private long clockAtTouchMicros;

        private Resident(String network, NetworkFramer framer, ArrivalJournal journal) {
            this.network = network;
            this.framer = framer;
            this.journal = journal;
        }

        String network() {
            return network;
        }

        NetworkFramer framer() {
            return framer;
        }

        /** A record came in. */
        void touch(long nowMillis) {
            touchedMillis = nowMillis;
            clockAtTouchMicros = framer.position().clockMicros();
        }

        /** Lets event time follow the wall clock, if nothing came in for this long. */
        Optional<FramerChange> idle(long nowMillis, long timeoutMillis, FramingOutput out) {
            long idleMillis = nowMillis - touchedMillis - timeoutMillis;
            return idleMillis < 0
                    ? Optional.empty()
                    : Optional.of(framer.idleUntil(clockAtTouchMicros + idleMillis * 1_000, out));
        }
    }

    /** A network; one that has to be opened counts as just used, and others may have to go for it. */
    Resident get(String network, long nowMillis) {
        if (last == null || !last.network.equals(network)) {
            Resident resident = residents.get(network);
            if (resident == null) {
                // Nothing needs to be remembered of a command that is refused, so this may be all that is called.
                write();
                resident = open(network);
                resident.touch(nowMillis);
                residents.put(network, resident);
                measure(resident);
                letGo(resident);
            }
            last = resident;
        }
        return last;
    }

    /** Returns whether it is still in memory. */
    boolean has(Resident resident) {
        return residents.containsValue(resident);
    }

    /** Returns a copy of the networks in memory. */
    Collection<Resident> all() {
        return List.copyOf(residents.values());
    }

    /** Opens the networks in the store, as many as fit, as if they had just been used. */
    void openKnown(long nowMillis) {
        // Some of the first ones in the store may be in memory already.
        for (String network : ArrivalJournal.networks(store, config.limits().residentNetworks())) {
            if (!residents.containsKey(network)
                    && residents.size() < config.limits().residentNetworks()) {
                get(network, nowMillis);
            }
        }
    }

    /** Remembers what a call to the network's framer did; {@link #write} puts it into the store. */
    void remember(Resident resident, FramerChange change) {
        if (unwritten != resident) {
            write();
            unwritten = resident;
        }
        if (change.forgetsAll()) {
            forget(resident);
            return;
        }
        if (change.replacesAll()) {
            resident.journal.rewrite(change.entries());
        } else if (resident.journal.isLong()) {
            resident.journal.rewrite(resident.framer.compact());
        } else {
            change.entries().forEach(resident.journal::add);
        }
        measure(resident);
        letGo(resident);
    }

    private void measure(Resident resident) {
        spikes += resident.framer.load() - resident.spikes;
        resident.spikes = resident.framer.load();
    }

    private boolean isFull() {
        return residents.size() > config.limits().residentNetworks()
                || spikes > config.limits().residentSpikes();
    }

    private void forget(Resident resident) {
        resident.journal.delete();
        unwritten = null;
        last = null;
        residents.remove(resident.network);
        spikes -= resident.spikes;
    }

    /** Puts into the store what was remembered; to be called before the task is done with a record. */
    void write() {
        if (unwritten != null) {
            unwritten.journal.write();
            unwritten = null;
        }
    }

    private Resident open(String network) {
        ArrivalJournal journal =
                new ArrivalJournal(store, network, config.limits().journalRows());
        NetworkFramer framer = new NetworkFramer(network, config);
        framer.recall(journal.read());
        return new Resident(network, framer, journal);
    }

    /** Lets those go that were used longest ago, if there is too much in memory. */
    private void letGo(Resident stays) {
        if (!isFull()) {
            return;
        }
        Iterator<Resident> oldest = residents.values().iterator();
        while (oldest.hasNext() && isFull()) {
            Resident resident = oldest.next();
            if (resident != stays) {
                if (resident.journal.added() > ROWS_LEFT) {
                    resident.journal.rewrite(resident.framer.compact());
                }
                spikes -= resident.spikes;
                oldest.remove();
                last = resident == last ? null : last;
            }
        }
    }
}
