package dev.hebb.topology;

import dev.hebb.framing.FramingConfig;
import dev.hebb.framing.JournalEntry;
import dev.hebb.framing.NetworkFramer;
import dev.hebb.state.ArrivalJournal;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** A network's framer, and the journal that remembers all it does. */
final class OpenFramer {
    private final NetworkFramer framer;
    private final ArrivalJournal journal;

    private OpenFramer(NetworkFramer framer, ArrivalJournal journal) {
        this.framer = framer;
        this.journal = journal;
    }

    /** The framer as its journal has it; a new one if the journal has nothing. */
    static OpenFramer open(KeyValueStore<Bytes, byte[]> store, String network, FramingConfig config) {
        ArrivalJournal journal =
                new ArrivalJournal(store, network, config.limits().journalRows());
        NetworkFramer framer = new NetworkFramer(network, config);
        framer.recall(journal.read());
        return new OpenFramer(framer, journal);
    }

    NetworkFramer framer() {
        return framer;
    }

    /** To be called after each call of the framer: what it did is durable with the record that caused it. */
    void remember() {
        JournalEntry change = framer.change();
        if (framer.isRewritten() || journal.isLong()) {
            journal.rewrite(framer.everything());
        } else {
            journal.append(change);
        }
    }
}
