package dev.hebb.api.streams;

import dev.hebb.api.answer.NeuronNames;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.neuron.NeuronTopic;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/**
 * Names and positions of the topic, read at every request: it is compacted, and a name changes nothing that is counted.
 */
public record TopicNeuronNames(NeuronTopic topic) implements NeuronNames {
    @Override
    public List<KnownNeuron> of(String network) {
        try {
            return List.copyOf(topic.of(network).values());
        } catch (KafkaException | UncheckedIOException e) {
            throw new NotReadyException(String.valueOf(e.getMessage()), e);
        }
    }
}
