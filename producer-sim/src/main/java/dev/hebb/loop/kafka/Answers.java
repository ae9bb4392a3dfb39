package dev.hebb.loop.kafka;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.schema.Dendrite;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.tissue.SynapseNews;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads what the pipeline says of one network from now on, read committed, and knows when it has all of a window.
 *
 * <p>A window's records and the report of a shard that it is closed are one transaction, but a transaction's end reaches
 * each partition at a moment of its own. So once every shard has reported, everything that is written by then is read,
 * committed or not yet: it contains all of the window, and what belongs to later windows waits.
 */
final class Answers implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String network;
    private final Duration patience;
    private final Consumer<String, byte[]> consumer;
    private final Admin admin;
    private final List<TopicPartition> partitions;
    private final Map<String, Listener> listeners = new HashMap<>();
    private final WindowNews news = new WindowNews();
    private final ShardReports reports;

    /** What is done with the values of a topic. */
    private interface Listener {
        void accept(byte[] value) throws MalformedValueException;
    }

    /**
     * Begins at the end of the topics.
     *
     * @param windowMicros length of the pipeline's windows
     * @param patience how long to wait for a window at most
     */
    Answers(Connection connection, String network, long windowMicros, Duration patience) {
        this.network = network;
        this.patience = patience;
        this.reports = new ShardReports(windowMicros);
        SchemaLookup schemas = new SchemaLookup(connection.registry());
        TopicNames topics = connection.topics();
        var events = new AvroDecoder<SynapseEvent>(schemas, SynapseEvent.getClassSchema());
        var prunings = new AvroDecoder<PruningEvent>(schemas, PruningEvent.getClassSchema());
        var dendrites = new AvroDecoder<Dendrite>(schemas, Dendrite.getClassSchema());
        var windows = new AvroDecoder<NetworkWindow>(schemas, NetworkWindow.getClassSchema());
        listeners.put(topics.synapseEvents(), value -> news.accept(events.decode(value)));
        listeners.put(topics.pruningEvents(), value -> news.accept(prunings.decode(value)));
        listeners.put(topics.dendrites(), value -> news.accept(dendrites.decode(value)));
        listeners.put(topics.networkWindows(), value -> reports.accept(windows.decode(value)));
        consumer = Partitions.consumer(connection);
        admin = Admin.create(connection.clientProperties());
        partitions = Partitions.of(consumer, List.copyOf(listeners.keySet()));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Waits until all of a window was said.
     *
     * @param isStopped asked often; true ends the wait, with what is there
     * @throws KafkaException if it takes too long
     */
    List<SynapseNews> await(long window, BooleanSupplier isStopped) throws InterruptedException {
        long begin = System.nanoTime();
        while (!reports.hasClosed(window) && !isStopped.getAsBoolean()) {
            requirePatience(begin, window, reports.waitingFor(window));
            read();
        }
        Map<TopicPartition, Long> written = written();
        while (!Partitions.isAt(written, consumer) && !isStopped.getAsBoolean()) {
            requirePatience(begin, window, "a transaction on its topics does not end");
            read();
        }
        return news.take(window);
    }

    private void requirePatience(long beginNanos, long window, String why) {
        if (System.nanoTime() - beginNanos > patience.toNanos()) {
            throw new KafkaException("waited " + patience.toSeconds() + " s for Hebb's answer to window " + window
                    + " of network '" + network + "', and " + why
                    + "; is the app running, and is the network new? Spikes before its latest ones would be late."
                    + " Take another --network, or simulate with --open-loop");
        }
    }

    /** Ends of all partitions, with what is not yet committed. */
    private Map<TopicPartition, Long> written() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                    admin.listOffsets(asked).all().get().entrySet()) {
                ends.put(end.getKey(), end.getValue().offset());
            }
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("the ends of Hebb's topics are not to be had: " + e.getCause(), e);
        }
    }

    private void read() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            String key = record.key();
            if (key != null && record.value() != null && isOfNetwork(key)) {
                give(record);
            }
        }
    }

    private void give(ConsumerRecord<String, byte[]> record) {
        Listener listener = listeners.get(record.topic());
        try {
            if (listener != null) {
                listener.accept(record.value());
            }
        } catch (MalformedValueException e) {
            throw new KafkaException(
                    "topic '" + record.topic() + "' has a record that cannot be read: " + e.getMessage(), e);
        }
    }

    /** Keys are network/number, and a network's name may contain slashes. */
    private boolean isOfNetwork(String key) {
        return key.lastIndexOf('/') == network.length() && key.startsWith(network);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
