package dev.hebb.store;

import dev.hebb.framing.JournalEntry;
import dev.hebb.row.JournalEntryCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One network's rows in the store {@link StoreNames#FRAMING}: what its framer remembers. A row is put for each record,
 * which replaces the row before it if both are small: single spikes share rows. At intervals all is rewritten, from the
 * first row on.
 *
 * <p>Rows are numbered from 0 and written over: those of the current generation are valid, those behind them are left
 * from an earlier one. So nothing is ever deleted, and, since the store is cached, rows that are written over between
 * two commits reach the changelog once. (A row with a key of its own for every record would be put there, and then
 * deleted there.)
 *
 * <p>Needs {@code exactly_once_v2}: if part of a generation is lost, as can happen at least once, the rest is taken.
 */
public final class ArrivalJournal {
    /** Keys that begin with 0 are not of networks. */
    private static final byte[] FIRST_NETWORK = {1};

    private static final int OFFSET = -1;

    /** Spikes that share a row; more would take longer to encode at each spike than they save at a commit. */
    static final int SHARED_ROW_SPIKES = 64;

    private final KeyValueStore<Bytes, byte[]> store;
    private final byte[] network;
    private final int leastRows;
    private final JournalEntryCodec codec = new JournalEntryCodec();
    private long generation;
    private int rows;
    private int rowsOfAll;
    private long bytes;
    private long bytesOfAll;

    /** Entry in the last row, if later entries may share the row. */
    private @Nullable JournalEntry shared;

    private int sharedBytes;
    private boolean unwritten;

    /**
     * @param network must not contain the character 0
     * @param leastRows how many rows to add before rewriting pays
     */
    public ArrivalJournal(KeyValueStore<Bytes, byte[]> store, String network, int leastRows) {
        this.store = store;
        this.network = network.getBytes(StandardCharsets.UTF_8);
        this.leastRows = leastRows;
    }

    /** The networks in a store, in the order of their names in UTF-8, at most this many. */
    public static List<String> networks(KeyValueStore<Bytes, byte[]> store, int most) {
        List<String> networks = new ArrayList<>();
        Bytes from = Bytes.wrap(FIRST_NETWORK);
        while (from != null && networks.size() < most) {
            from = nextNetwork(store, from, networks);
        }
        return networks;
    }

    /** Adds the first network from here on, and says where the one after it may begin. */
    private static @Nullable Bytes nextNetwork(KeyValueStore<Bytes, byte[]> store, Bytes from, List<String> networks) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(from, null)) {
            if (!rows.hasNext()) {
                return null;
            }
            byte[] key = rows.next().key.get();
            int length = key.length - Integer.BYTES - 1;
            networks.add(new String(key, 0, length, StandardCharsets.UTF_8));
            byte[] after = Arrays.copyOf(key, length + 1);
            after[length] = 1;
            return Bytes.wrap(after);
        }
    }

    /** Returns what is remembered; empty for a new network. To be called once, before anything is written. */
    public List<JournalEntry> read() {
        List<JournalEntry> entries = new ArrayList<>();
        byte[] row = store.get(key(0));
        generation = row == null ? 0 : JournalEntryCodec.generation(row);
        while (row != null && JournalEntryCodec.generation(row) == generation) {
            entries.add(JournalEntryCodec.decode(row));
            bytes += row.length;
            row = store.get(key(entries.size()));
        }
        rows = entries.size();
        return entries;
    }

    /** Adds an entry: to the last row if there is room, else as a row. */
    public void append(JournalEntry entry) {
        add(entry);
        write();
    }

    /** Adds an entry as {@link #append} does, but leaves it to {@link #write} to put its row. */
    public void add(JournalEntry entry) {
        JournalEntry before = shared;
        if (before != null && isSmall(entry) && before.neurons().length < SHARED_ROW_SPIKES) {
            shared = before.followedBy(entry);
        } else {
            write();
            rows++;
            sharedBytes = 0;
            shared = entry;
        }
        unwritten = true;
        if (!isSmall(entry)) {
            write();
            shared = null;
        }
    }

    /** Puts what was added since. */
    public void write() {
        JournalEntry entry = shared;
        if (unwritten && entry != null) {
            byte[] row = codec.encode(generation, entry);
            store.put(key(rows - 1), row);
            bytes += row.length - sharedBytes;
            sharedBytes = row.length;
            unwritten = false;
        }
    }

    private static boolean isSmall(JournalEntry entry) {
        return entry.isPlain() && entry.neurons().length + entry.newNeurons().length < SHARED_ROW_SPIKES / 2;
    }

    /** Puts these rows in the place of all. */
    public void rewrite(List<JournalEntry> entries) {
        generation++;
        shared = null;
        unwritten = false;
        rows = 0;
        bytes = 0;
        entries.forEach(this::put);
        rowsOfAll = rows;
        bytesOfAll = bytes;
    }

    /** Deletes all rows, also those left from earlier generations. The journal is of no more use. */
    public void delete() {
        NetworkRows.delete(store, key(0), key(-1));
    }

    /** Returns whether so much was added that rewriting all makes less work than it saves. */
    public boolean isLong() {
        return rows - rowsOfAll >= leastRows && bytes >= 2 * bytesOfAll;
    }

    /** Rows added since all was rewritten. */
    public int added() {
        return rows - rowsOfAll;
    }

    private void put(JournalEntry entry) {
        byte[] row = codec.encode(generation, entry);
        store.put(key(rows), row);
        rows++;
        bytes += row.length;
    }

    /** The key of a topic's offset: as of a network whose name is 0 and the topic's, and which has no first row. */
    public static Bytes offsetKey(String topic) {
        return key(('\0' + topic).getBytes(StandardCharsets.UTF_8), OFFSET);
    }

    private Bytes key(int row) {
        return key(network, row);
    }

    /** Network, 0, number of the row, so that a network's rows lie together. */
    private static Bytes key(byte[] network, int row) {
        return Bytes.wrap(ByteBuffer.allocate(network.length + 1 + Integer.BYTES)
                .put(network)
                .put((byte) 0)
                .putInt(row)
                .array());
    }
}
