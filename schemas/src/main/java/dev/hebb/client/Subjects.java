package dev.hebb.client;

import dev.hebb.schema.CoFiring;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Dendrite;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.Neuron;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.Spike;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.schema.SynapseEvent;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** The registry's subjects and the schema that each of them holds. */
public final class Subjects {
    private static final String COMPATIBILITY = "BACKWARD";
    private static final int ATTEMPTS = 3;

    /**
     * Schema of the topic {@code spikes}. Two records on one topic are one subject with a union, so that any
     * client's subject-by-topic default finds it, and a compatibility rule can hold.
     */
    public static final Schema SPIKES = Schema.createUnion(Spike.getClassSchema(), SpikeBatch.getClassSchema());

    private Subjects() {}

    /** Subject by subject, the newest schema. */
    public static Map<String, Schema> all(TopicNames topics) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put(TopicNames.subject(topics.spikes()), SPIKES);
        schemas.put(TopicNames.subject(topics.control()), ControlEvent.getClassSchema());
        schemas.put(TopicNames.subject(topics.neurons()), Neuron.getClassSchema());
        schemas.put(TopicNames.subject(topics.coFiring()), CoFiring.getClassSchema());
        schemas.put(TopicNames.subject(topics.dendrites()), Dendrite.getClassSchema());
        schemas.put(TopicNames.subject(topics.synapseEvents()), SynapseEvent.getClassSchema());
        schemas.put(TopicNames.subject(topics.pruningEvents()), PruningEvent.getClassSchema());
        schemas.put(TopicNames.subject(topics.networkWindows()), NetworkWindow.getClassSchema());
        schemas.put(TopicNames.subject(topics.networkEvents()), NetworkEvent.getClassSchema());
        return schemas;
    }

    /**
     * Registers every schema, and the compatibility rule of every subject.
     *
     * @throws IOException if the registry cannot be reached
     * @throws RestClientException if the registry refuses, for one because a schema breaks the rule
     */
    public static void register(SchemaRegistryClient registry, TopicNames topics)
            throws IOException, RestClientException {
        for (Map.Entry<String, Schema> subject : all(topics).entrySet()) {
            register(registry, subject.getKey(), new AvroSchema(subject.getValue()));
        }
    }

    /**
     * Registers a schema, in several attempts if need be. Where two instances start at once, a registry may refuse the
     * later one, because it found nothing and then could not add what the earlier one had added meanwhile. The next
     * attempt finds it.
     */
    private static void register(SchemaRegistryClient registry, String subject, AvroSchema schema)
            throws IOException, RestClientException {
        for (int attempt = 1; ; attempt++) {
            try {
                registry.register(subject, schema);
                registry.updateCompatibility(subject, COMPATIBILITY);
                return;
            } catch (RestClientException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
