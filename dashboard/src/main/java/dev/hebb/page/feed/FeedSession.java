package dev.hebb.page.feed;

import dev.hebb.page.log.NetworkLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The logs of all networks since the topics were opened. A page that finds another session than before starts again:
 * the app or Kafka was away meanwhile.
 */
public final class FeedSession {
    /** Networks that are kept; the one that was asked for or heard of longest ago goes first. */
    static final int NETWORKS = 64;

    private final String id = UUID.randomUUID().toString();
    private final AtomicLong recordsRead = new AtomicLong();
    private final Map<String, NetworkLog> logs = new LinkedHashMap<>(16, 0.75f, true);
    private volatile FeedState state = FeedState.READING;
    private volatile String message = "";

    /** Tells sessions apart. */
    public String id() {
        return id;
    }

    public FeedState state() {
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

    /** The log of a network, empty if nothing was heard of it. */
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
        state = FeedState.LIVE;
    }

    void failed(String why) {
        message = why;
        state = FeedState.FAILED;
    }
}
