package dev.hebb.neuron;

import dev.hebb.client.Connection;
import dev.hebb.client.Durations;
import dev.hebb.client.TopicReadException;
import dev.hebb.client.TopicReader;
import dev.hebb.schema.Neuron;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.serde.UnreadableRecordException;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of the topic {@code neurons}, read from its beginning at every question. It is compacted and
 * has a record for each neuron that has a name or a position.
 */
public record NeuronTopic(Connection connection, SchemaRegistryClient registry) {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** The key of a neuron's records. */
    public static String key(String network, int neuron) {
        return network + "/" + neuron;
    }

    /**
     * Returns what is known of a network's neurons, by neuron. Records that cannot be read are passed over: those that
     * another program wrote must not hide the rest.
     *
     * @return nothing, also if the topic does not exist
     * @throws TopicReadException if the topic does not answer in time
     * @throws java.io.UncheckedIOException if the schema registry cannot be asked
     */
    public SortedMap<Integer, KnownNeuron> of(String network) {
        SortedMap<Integer, KnownNeuron> neurons = new TreeMap<>();
        RecordDecoder<Neuron> decoder = new RecordDecoder<>(registry, Neuron.getClassSchema());
        read(network, (neuron, read) -> {
            try {
                put(neurons, neuron, decoder.decode(read));
            } catch (UnreadableRecordException e) {
                neurons.remove(neuron);
            }
        });
        return neurons;
    }

    /**
     * Returns the keys of a network that have a record, also one that cannot be read.
     *
     * @return nothing, also if the topic does not exist
     * @throws TopicReadException if the topic does not answer in time
     */
    public SortedSet<String> keysOf(String network) {
        SortedSet<String> keys = new TreeSet<>();
        read(network, (neuron, read) -> {
            if (read.value() == null) {
                keys.remove(read.key());
            } else {
                keys.add(read.key());
            }
        });
        return keys;
    }

    private void read(String network, BiConsumer<Integer, ConsumerRecord<String, byte[]>> each) {
        String topic = connection.topics().neurons();
        try (TopicReader<String> reader = TopicReader.open(connection, TopicReader.Start.BEGINNING, topic)) {
            boolean finished = reader.readToEnd(TIMEOUT, read -> {
                int neuron = neuron(network, read.key());
                if (neuron >= 0) {
                    each.accept(neuron, read);
                }
            });
            if (!finished) {
                throw new TopicReadException("topic " + topic + " was not read within " + Durations.seconds(TIMEOUT));
            }
        } catch (TopicReadException e) {
            if (!e.isMissing()) {
                throw e;
            }
        }
    }

    private static void put(SortedMap<Integer, KnownNeuron> neurons, int neuron, @Nullable Neuron record) {
        if (record == null) {
            neurons.remove(neuron);
        } else {
            neurons.put(neuron, KnownNeuron.of(record));
        }
    }

    /** The neuron of a key of this network, −1 if it is another key. A network's name may have slashes. */
    private static int neuron(String network, @Nullable String key) {
        if (key == null || !key.startsWith(network + "/")) {
            return -1;
        }
        String number = key.substring(network.length() + 1);
        if (!number.matches("\\d{1,10}") || Long.parseLong(number) > Integer.MAX_VALUE) {
            return -1;
        }
        return Integer.parseInt(number);
    }
}
