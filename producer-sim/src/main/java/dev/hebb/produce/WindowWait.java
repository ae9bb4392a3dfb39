package dev.hebb.produce;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.serde.RecordDecoder;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Waits until a network's windows are closed and their outputs committed: until every shard has reported a window at
 * least as late on {@code network-windows}, read committed, from the topic's beginning.
 */
public final class WindowWait {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;
    private final String network;
    private final long eventMicros;
    private final RecordDecoder<NetworkWindow> decoder;
    private final BitSet done = new BitSet();
    private int shards = Integer.MAX_VALUE;
    private long newestMicros = Long.MIN_VALUE;

    /**
     * A wait for the window that an event lies in.
     *
     * @param micros time of the event
     */
    public WindowWait(Connection connection, String network, long micros) {
        this.connection = connection;
        this.network = network;
        this.eventMicros = micros;
        this.decoder = new RecordDecoder<>(connection.registry(), NetworkWindow.getClassSchema());
    }

    /**
     * Waits.
     *
     * @param timeout for how long at most; zero for ever
     * @param progress receives after every look the end, in µs, of the latest window that any shard has reported
     * @return false if the time was over first
     */
    public boolean await(Duration timeout, LongConsumer progress) {
        long begin = System.nanoTime();
        try (TopicReader<String> reader = TopicReader.open(
                connection, TopicReader.Start.BEGINNING, connection.topics().networkWindows())) {
            while (done.cardinality() < shards) {
                if (!timeout.isZero() && System.nanoTime() - begin > timeout.toNanos()) {
                    return false;
                }
                reader.poll(POLL, this::handle);
                progress.accept(newestMicros);
            }
        }
        return true;
    }

    private void handle(ConsumerRecord<String, byte[]> read) {
        NetworkWindow window = read.key() != null && isOfNetwork(read.key()) ? decoder.decode(read) : null;
        if (window != null) {
            shards = window.getShards();
            newestMicros = Math.max(newestMicros, window.getEnd());
            if (window.getEnd() > eventMicros) {
                done.set(window.getShard());
            }
        }
    }

    /** Keys are network/shard, and a network's name may contain slashes. */
    private boolean isOfNetwork(String key) {
        return key.lastIndexOf('/') == network.length() && key.startsWith(network);
    }
}
