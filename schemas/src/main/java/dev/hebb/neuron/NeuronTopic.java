package dev.hebb.neuron;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReadException;
import dev.hebb.client.TopicReader;
import dev.hebb.schema.Neuron;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.serde.UnreadableRecordException;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of the topic {@code neurons}, read from its beginning at every question. It is compacted and has
 * a record for each neuron that has a name or a position.
 */
public record NeuronTopic(Connection connection, SchemaRegistryClient registry) {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** The key of a neuron's records. */
    public static String key(String network, int neuron) {
        return network + "/" + neuron;
    }

    /**
     * What is known of a network's neurons, by neuron. Records that cannot be read are passed over: those that another
     * program wrote must not hide the rest.
     *
     * @return nothing, also if the topic does not exist
     * @throws TopicReadException if the topic does not answer in time
     * @throws java.io.UncheckedIOException if the schema registry cannot be asked
     */
    public SortedMap<Integer, Neuron> of(String network) {
        SortedMap<Integer, Neuron> neurons = new TreeMap<>();
        RecordDecoder<Neuron> decoder = new RecordDecoder<>(registry, Neuron.getClassSchema());
        String topic = connection.topics().neurons();
        try (TopicReader reader = TopicReader.open(connection, TopicReader.Start.BEGINNING, topic)) {
            boolean finished = reader.readToEnd(TIMEOUT, read -> {
                int neuron = neuron(network, read.key());
                if (neuron >= 0) {
                    try {
                        put(neurons, neuron, decoder.decode(read));
                    } catch (UnreadableRecordException e) {
                        neurons.remove(neuron);
                    }
                }
            });
            if (!finished) {
                throw new TopicReadException("topic " + topic + " was not read within " + TIMEOUT.toSeconds() + " s");
            }
        } catch (TopicReadException e) {
            if (!e.isMissing()) {
                throw e;
            }
        }
        return neurons;
    }

    private static void put(SortedMap<Integer, Neuron> neurons, int neuron, @Nullable Neuron record) {
        if (record == null) {
            neurons.remove(neuron);
        } else {
            neurons.put(neuron, record);
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
