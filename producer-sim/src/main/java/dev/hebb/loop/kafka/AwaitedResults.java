package dev.hebb.loop.kafka;

import dev.hebb.client.Connection;
import dev.hebb.client.Durations;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicReader;
import dev.hebb.schema.Dendrite;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.tissue.SynapseNews;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The pipeline's results about one network from now on, read committed: knows when it has all of a window.
 *
 * <p>A window's records and the report of a shard that it is closed are one transaction, but a transaction's end
 * reaches each partition at a moment of its own. So once every shard has reported, everything that is written by then
 * is read, committed or not yet: it contains all of the window, and what belongs to later windows waits. A record of
 * the network that cannot be read ends the run, because the tissue would continue without a change of its synapses.
 */
final class AwaitedResults implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String network;
    private final Duration timeout;
    private final TopicReader<String> reader;
    private final Admin admin;
    private final Map<String, TopicReader.Handler<String>> handlers = new HashMap<>();
    private final WindowNews news = new WindowNews();
    private final ShardReports reports;

    /**
     * Begins at the end of the topics.
     *
     * @param windowMicros length of the pipeline's windows
     * @param timeout how long to wait for a window at most
     */
    AwaitedResults(Connection connection, String network, long windowMicros, Duration timeout) {
        this.network = network;
        this.timeout = timeout;
        this.reports = new ShardReports(windowMicros);
        SchemaRegistryClient registry = connection.registry();
        TopicNames topics = connection.topics();
        var events = new RecordDecoder<SynapseEvent>(registry, SynapseEvent.getClassSchema());
        var prunings = new RecordDecoder<PruningEvent>(registry, PruningEvent.getClassSchema());
        var dendrites = new RecordDecoder<Dendrite>(registry, Dendrite.getClassSchema());
        var windows = new RecordDecoder<NetworkWindow>(registry, NetworkWindow.getClassSchema());
        handlers.put(topics.synapseEvents(), events.values(news::accept));
        handlers.put(topics.pruningEvents(), prunings.values(news::accept));
        handlers.put(topics.dendrites(), dendrites.values(news::accept));
        handlers.put(topics.networkWindows(), windows.values(reports::accept));
        reader = TopicReader.open(connection, TopicReader.Start.END, List.copyOf(handlers.keySet()));
        admin = Admin.create(connection.clientProperties());
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
            requireInTime(begin, window, reports.waitingFor(window));
            reader.poll(POLL, this::handle);
        }
        Map<TopicPartition, Long> written = reader.writtenEnds(admin);
        while (!reader.hasReached(written) && !isStopped.getAsBoolean()) {
            requireInTime(begin, window, "a transaction on its topics does not end");
            reader.poll(POLL, this::handle);
        }
        return news.take(window);
    }

    private void requireInTime(long beginNanos, long window, String why) {
        if (System.nanoTime() - beginNanos > timeout.toNanos()) {
            throw new KafkaException("waited " + Durations.seconds(timeout) + " for Hebb's answer to window " + window
                    + " of network '" + network + "', and " + why
                    + "; is the app running, and is the network new? Spikes before its latest ones would be late."
                    + " Take another --network, or simulate with --open-loop");
        }
    }

    private void handle(ConsumerRecord<String, byte[]> read) {
        TopicReader.Handler<String> handler = handlers.get(read.topic());
        if (handler != null && read.key() != null && isOfNetwork(read.key())) {
            handler.handle(read);
        }
    }

    /** Keys are network/number, and a network's name may contain slashes. */
    private boolean isOfNetwork(String key) {
        return key.lastIndexOf('/') == network.length() && key.startsWith(network);
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
