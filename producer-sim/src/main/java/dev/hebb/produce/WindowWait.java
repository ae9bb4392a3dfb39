package dev.hebb.produce;

import dev.hebb.client.Connection;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Waits until a network's windows are closed and their outputs committed: until every shard has reported a window at
 * least as late on {@code network-windows}, read committed, from the topic's beginning.
 */
public final class WindowWait {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;
    private final String network;
    private final long eventMicros;
    private final AvroDecoder<NetworkWindow> decoder;
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
        this.decoder = new AvroDecoder<>(new SchemaLookup(connection.registry()), NetworkWindow.getClassSchema());
    }

    /**
     * Waits.
     *
     * @param timeout for how long at most; zero for ever
     * @param progress hears after every look the end, in µs, of the latest window that any shard has reported
     * @return false if the time was over first
     */
    public boolean await(Duration timeout, LongConsumer progress) {
        long begin = System.nanoTime();
        try (Consumer<String, byte[]> consumer = consumer()) {
            assignAll(consumer);
            while (done.cardinality() < shards) {
                if (!timeout.isZero() && System.nanoTime() - begin > timeout.toNanos()) {
                    return false;
                }
                for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                    accept(message);
                }
                progress.accept(newestMicros);
            }
        }
        return true;
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> config = connection.clientProperties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void assignAll(Consumer<String, byte[]> consumer) {
        String topic = connection.topics().networkWindows();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException(
                    "topic '" + topic + "' does not exist: is this Hebb's cluster, and the prefix right?");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private void accept(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null || message.key() == null || !isOfNetwork(message.key())) {
            return;
        }
        try {
            NetworkWindow window = decoder.decode(message.value());
            shards = window.getShards();
            newestMicros = Math.max(newestMicros, window.getEnd());
            if (window.getEnd() > eventMicros) {
                done.set(window.getShard());
            }
        } catch (MalformedValueException e) {
            throw new KafkaException(
                    "topic '" + message.topic() + "' has a record that is no window: " + e.getMessage(), e);
        }
    }

    /** Keys are network/shard, and a network's name may contain slashes. */
    private boolean isOfNetwork(String key) {
        return key.lastIndexOf('/') == network.length() && key.startsWith(network);
    }
}
