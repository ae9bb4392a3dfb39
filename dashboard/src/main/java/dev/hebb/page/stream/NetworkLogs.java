package dev.hebb.page.stream;

import dev.hebb.page.log.NetworkLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The logs of all networks since the topics were opened. A page that finds other logs than before starts again: the
 * app or Kafka was away meanwhile.
 */
public final class NetworkLogs {
    /** Networks that are kept; the one that was asked for or changed longest ago is removed first. */
    static final int NETWORKS = 64;

    private final String id = UUID.randomUUID().toString();
    private final AtomicLong recordsRead = new AtomicLong();
    private final Map<String, NetworkLog> logs = new LinkedHashMap<>(16, 0.75f, true);
    private volatile ReadingState state = ReadingState.READING;
    private volatile String message = "";

    /** Returns an id that no other logs have. */
    public String id() {
        return id;
    }

    public ReadingState state() {
        return state;
    }

    /** Returns the reason why reading failed; empty if it did not fail. */
    public String message() {
        return message;
    }

    /** Records of the result topics that were read so far. */
    public long recordsRead() {
        return recordsRead.get();
    }

    /** The log of a network, empty if it has no records. */
    public synchronized NetworkLog of(String network) {
        NetworkLog log = logs.computeIfAbsent(network, name -> new NetworkLog());
        if (logs.size() > NETWORKS) {
            logs.remove(logs.keySet().iterator().next());
        }
        return log;
    }

    void read(int records) {
        recordsRead.addAndGet(records);
    }

    void live() {
        state = ReadingState.LIVE;
    }

    void failed(String why) {
        message = why;
        state = ReadingState.FAILED;
    }
}
