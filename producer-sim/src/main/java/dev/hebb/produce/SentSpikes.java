package dev.hebb.produce;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.serde.SpikeArrival;
import dev.hebb.serde.SpikeDecoder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The end of what Kafka has of a network's spikes, where a source that is in order continues after it was broken off.
 *
 * @param lastMicros time of the last spike
 * @param neurons that have a spike at this time
 */
public record SentSpikes(long lastMicros, Set<Integer> neurons) {
    /** No spike. */
    public static final SentSpikes NONE = new SentSpikes(Long.MIN_VALUE, Set.of());

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    public SentSpikes {
        neurons = Set.copyOf(neurons);
    }

    /** Returns whether a spike of a source in order is among them. */
    public boolean contains(long timeMicros, int neuron) {
        return timeMicros < lastMicros || (timeMicros == lastMicros && neurons.contains(neuron));
    }

    public boolean isEmpty() {
        return neurons.isEmpty();
    }

    /**
     * Reads them from the latest records if these have some of the network, and otherwise from the whole topic.
     *
     * @throws dev.hebb.client.TopicReadException if the topic of spikes cannot be read
     */
    public static SentSpikes of(Connection connection, String network) {
        SentSpikes recent = read(connection, network, TopicReader.Start.RECENT);
        return recent.isEmpty() ? read(connection, network, TopicReader.Start.BEGINNING) : recent;
    }

    private static SentSpikes read(Connection connection, String network, TopicReader.Start start) {
        End end = new End(network, new SpikeDecoder(new SchemaLookup(connection.registry())));
        try (TopicReader<byte[]> reader = TopicReader.openBinary(
                connection, start, List.of(connection.topics().spikes()))) {
            if (!reader.readToEnd(TIMEOUT, end::see)) {
                throw new IllegalArgumentException(
                        "the topic " + connection.topics().spikes() + " could not be read to its end within "
                                + TIMEOUT.toMinutes() + " min");
            }
        }
        return new SentSpikes(end.lastMicros, end.neurons);
    }

    /** The latest spike so far. */
    private static final class End {
        private final String network;
        private final SpikeDecoder decoder;
        private final SpikeArrival arrival = new SpikeArrival();
        private final Set<Integer> neurons = new HashSet<>();
        private long lastMicros = Long.MIN_VALUE;

        End(String network, SpikeDecoder decoder) {
            this.network = network;
            this.decoder = decoder;
        }

        void see(ConsumerRecord<byte[], byte[]> read) {
            try {
                decoder.decode(read.value(), arrival);
            } catch (MalformedValueException rejectedByThePipeline) {
                return;
            }
            if (arrival.network().equals(network)) {
                for (int spike = 0; spike < arrival.size(); spike++) {
                    see(arrival.timesMicros()[spike], arrival.neurons()[spike]);
                }
            }
        }

        private void see(long timeMicros, int neuron) {
            if (timeMicros > lastMicros) {
                lastMicros = timeMicros;
                neurons.clear();
            }
            if (timeMicros == lastMicros) {
                neurons.add(neuron);
            }
        }
    }
}
