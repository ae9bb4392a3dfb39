package dev.hebb.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.client.Connection;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a {@link FastLife} left in its topics, as JSON by topic and key, to be compared between versions. */
final class ReadableOutputs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEADER_BYTES = 5;
    private static final String COMPACTED = "dendrites";
    private static final String LARGEST = "co-firing";

    /** Of the largest topic, earlier windows are left out of recordings. */
    private static final long FIRST_WINDOW = 200;

    private final Connection connection;
    private final SchemaRegistryClient registry;
    private final Map<Integer, Schema> schemas = new HashMap<>();

    ReadableOutputs(Connection connection) {
        this.connection = connection;
        registry = connection.registry();
    }

    /** Values in their order; of the largest topic the last windows, of the compacted one the last value of a key. */
    ObjectNode read() throws Exception {
        ObjectNode outputs = JSON.createObjectNode();
        for (String topic : FastLife.TOPICS) {
            ObjectNode byKey = outputs.putObject(topic);
            for (ConsumerRecord<String, byte[]> record :
                    new Topics(connection).records(connection.topics().prefix() + topic)) {
                ArrayNode values =
                        byKey.withArray("/" + record.key().replace("~", "~0").replace("/", "~1"));
                if (topic.equals(COMPACTED)) {
                    values.removeAll();
                }
                JsonNode value = record.value() == null ? JSON.nullNode() : value(record.value());
                if (!topic.equals(LARGEST) || value.path("window").asLong() >= FIRST_WINDOW) {
                    values.add(value);
                }
            }
        }
        return outputs;
    }

    private JsonNode value(byte[] value) throws Exception {
        int id = ByteBuffer.wrap(value).getInt(1);
        Schema schema = schemas.get(id);
        if (schema == null) {
            schema = new Schema.Parser().parse(registry.getSchemaById(id).canonicalString());
            schemas.put(id, schema);
        }
        GenericRecord record = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null));
        return JSON.readTree(record.toString());
    }

    /**
     * Where a newer version's outputs differ from an older one's; fields that the older one did not have are passed
     * over.
     */
    static List<String> differences(JsonNode older, JsonNode newer) {
        List<String> differences = new ArrayList<>();
        compare("", older, newer, differences);
        return differences;
    }

    private static void compare(String path, JsonNode older, JsonNode newer, List<String> differences) {
        if (older.isObject() && newer.isObject()) {
            for (Iterator<String> names = older.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                compare(path + "/" + name, older.path(name), newer.path(name), differences);
            }
        } else if (older.isArray() && newer.isArray() && older.size() == newer.size()) {
            for (int i = 0; i < older.size(); i++) {
                compare(path + "/" + i, older.path(i), newer.path(i), differences);
            }
        } else if (!older.equals(newer)) {
            differences.add(path + ": " + older + ", now " + newer);
        }
    }
}
