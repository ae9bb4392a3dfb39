package dev.hebb.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that outsiders use as an AsyncAPI 3 document: names, keys, schemas, headers, settings. */
final class AsyncApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AVRO = "application/vnd.apache.avro;version=1.12.0";
    private static final String NETWORK = "the network's name";
    private static final String NETWORK_AND_NEURON = "network/post, the network and the post-synaptic neuron";

    /** A topic as outsiders see it. */
    private record Channel(String topic, String action, String key, String description) {}

    private static final List<Channel> CHANNELS = List.of(
            new Channel("spikes", "receive", NETWORK, "Spikes and heartbeats; docs/live-spikes.md has the rules."),
            new Channel("control", "receive", NETWORK, "Commands; docs/control.md has the rules."),
            new Channel("co-firing", "send", NETWORK_AND_NEURON, "Counts of each closed window."),
            new Channel("dendrites", "send", NETWORK_AND_NEURON, "The connectome, compacted; a tombstone is empty."),
            new Channel("neurons", "receive", "network/neuron", "Names and positions of neurons; compacted."),
            new Channel("synapse-events", "send", NETWORK_AND_NEURON, "Synapses that form, fall silent or recover."),
            new Channel("pruning-events", "send", NETWORK_AND_NEURON, "Synapses and neurons that are pruned."),
            new Channel("network-windows", "send", "network/shard", "Totals of each shard in each closed window."),
            new Channel("network-events", "send", NETWORK, "Commands with their results, and changes of stage."),
            new Channel("rejected-spikes", "send", "that of the record", "Records as they came, and why not taken."));

    private static final List<String> REJECTION = List.of("reason", "topic", "partition", "offset", "count", "detail");

    private AsyncApi() {}

    /** The document: YAML, whose schemas are written as JSON, which is YAML too. */
    static String document() throws JsonProcessingException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put(
                "info",
                ordered(
                        "title",
                        "Hebb's topics",
                        "version",
                        "1",
                        "description",
                        "What Hebb reads from Kafka (receive) and writes to it (send). Values are Avro in"
                                + " Confluent's wire format: a zero byte, the schema's id in 4 bytes, the fields."
                                + " Times are microseconds of event time. Read committed records only."));
        document.put(
                "servers",
                Map.of("local", ordered("host", "127.0.0.1:9092", "protocol", "kafka", "bindings", registry())));
        document.put("channels", channels());
        document.put("operations", operations());
        document.put("components", Map.of("messages", messages()));
        JsonNode tree = JSON.valueToTree(document);
        return "# Written from the code by AsyncApiTest, which compares it; do not edit.\n"
                + JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    private static Object registry() {
        return Map.of(
                "kafka",
                ordered(
                        "schemaRegistryUrl",
                        "http://127.0.0.1:8081/apis/ccompat/v7",
                        "schemaRegistryVendor",
                        "confluent"));
    }

    private static Map<String, Object> channels() {
        Map<String, TopicPlan> plans = new LinkedHashMap<>();
        TopicPlan.all(TopicNames.DEFAULT, TopicPlan.DEFAULT_PARTITIONS).forEach(plan -> plans.put(plan.name(), plan));
        Map<String, Object> channels = new LinkedHashMap<>();
        for (Channel channel : CHANNELS) {
            Map<String, Object> references = new LinkedHashMap<>();
            schemas(channel.topic())
                    .forEach((name, schema) -> references.put(name, reference("components/messages", name)));
            channels.put(
                    channel.topic(),
                    ordered(
                            "address",
                            channel.topic(),
                            "description",
                            channel.description(),
                            "messages",
                            references,
                            "bindings",
                            Map.of("kafka", settings(Objects.requireNonNull(plans.get(channel.topic()))))));
        }
        return channels;
    }

    private static Object settings(TopicPlan plan) {
        Map<String, Object> configuration = ordered(
                "cleanup.policy",
                List.of(plan.settings().get(TopicConfig.CLEANUP_POLICY_CONFIG)),
                "max.message.bytes",
                Integer.parseInt(plan.settings().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)));
        if (plan.settings().containsKey(TopicConfig.RETENTION_MS_CONFIG)) {
            configuration.put("retention.ms", Long.parseLong(plan.settings().get(TopicConfig.RETENTION_MS_CONFIG)));
        }
        return ordered("partitions", plan.partitions(), "topicConfiguration", configuration);
    }

    private static Map<String, Object> operations() {
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Channel channel : CHANNELS) {
            operations.put(
                    channel.action() + "-" + channel.topic(),
                    ordered("action", channel.action(), "channel", reference("channels", channel.topic())));
        }
        return operations;
    }

    private static Map<String, Object> messages() {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Channel channel : CHANNELS) {
            schemas(channel.topic()).forEach((name, schema) -> messages.put(name, message(channel, schema)));
        }
        return messages;
    }

    private static Map<String, Object> message(Channel channel, Schema schema) {
        Map<String, Object> key = ordered("type", "string", "description", channel.key());
        Map<String, Object> message = ordered("bindings", Map.of("kafka", Map.of("key", key)));
        if (schema == null) {
            Map<String, Object> headers = new LinkedHashMap<>();
            REJECTION.forEach(header -> headers.put(header, Map.of("type", "string")));
            message.put("headers", ordered("type", "object", "properties", headers, "required", REJECTION));
            message.put("contentType", "application/octet-stream");
        } else {
            message.put("contentType", "application/vnd.apache.avro");
            message.put("payload", ordered("schemaFormat", AVRO, "schema", plain(schema)));
        }
        return message;
    }

    /** The records on a topic by name; null for bytes as they came. */
    private static Map<String, Schema> schemas(String topic) {
        Schema schema = Subjects.all(TopicNames.DEFAULT).get(TopicNames.subject(topic));
        Map<String, Schema> schemas = new LinkedHashMap<>();
        if (schema == null) {
            schemas.put("Rejected", null);
        } else if (schema.isUnion()) {
            schema.getTypes().forEach(type -> schemas.put(type.getName(), type));
        } else {
            schemas.put(schema.getName(), schema);
        }
        return schemas;
    }

    /** The schema without what it says to Java alone. */
    private static JsonNode plain(Schema schema) {
        try {
            return plain(JSON.readTree(schema.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is JSON", e);
        }
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean isJavasString = object.remove("avro.java.string") != null && object.size() == 1;
            if (isJavasString) {
                return object.get("type");
            }
            object.fieldNames().forEachRemaining(name -> object.set(name, plain(object.get(name))));
        } else if (node.isArray()) {
            List<JsonNode> parts = new ArrayList<>();
            node.forEach(part -> parts.add(plain(part)));
            return JSON.valueToTree(parts);
        }
        return node;
    }

    private static Object reference(String where, String name) {
        return Map.of("$ref", "#/" + where + "/" + name);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int k = 0; k < namesAndValues.length; k += 2) {
            map.put((String) namesAndValues[k], namesAndValues[k + 1]);
        }
        return map;
    }
}
