package dev.hebb.loop.kafka;

import dev.hebb.schema.NetworkWindow;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;

/** Progress of each shard of a network in closing windows. */
final class ShardReports {
    private final long windowMicros;
    private final Map<Integer, Long> newest = new TreeMap<>();
    private int shards = Integer.MAX_VALUE;

    /** @param windowMicros length of the windows that are expected */
    ShardReports(long windowMicros) {
        this.windowMicros = windowMicros;
    }

    /** @throws KafkaException if the pipeline's windows are of another length */
    void accept(NetworkWindow report) {
        long length = report.getEnd() - report.getStart();
        if (length != windowMicros) {
            throw new KafkaException(
                    "the pipeline's windows are " + length + " µs long, and the tissue listens for windows of "
                            + windowMicros + " µs; give --window " + length + "us");
        }
        shards = report.getShards();
        newest.merge(report.getShard(), report.getWindow(), Math::max);
    }

    /** Returns whether every shard has closed a window, or one after it. */
    boolean hasClosed(long window) {
        return newest.size() >= shards && newest.values().stream().allMatch(closed -> closed >= window);
    }

    /** Returns the shards whose reports are missing, in words. */
    String waitingFor(long window) {
        if (newest.isEmpty()) {
            return "no shard has closed any window of this run";
        }
        long done = newest.values().stream().filter(closed -> closed >= window).count();
        return done + " of " + shards + " shards have closed it";
    }
}
