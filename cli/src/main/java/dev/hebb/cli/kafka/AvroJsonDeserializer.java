package dev.hebb.cli.kafka;

import dev.hebb.client.Connection;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.serde.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Deserializes values in Confluent's wire format to Avro's JSON, one line each, whatever their schema. Kafka's console
 * consumer instantiates it by its name.
 */
public final class AvroJsonDeserializer implements Deserializer<String> {
    /** Setting: base URL of the schema registry. */
    static final String REGISTRY = "schema.registry.url";

    private @Nullable SchemaLookup schemas;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((name, value) -> properties.put(name, String.valueOf(value)));
        String registry = properties.getOrDefault(REGISTRY, "");
        Connection connection = Connection.to("", registry).with(properties);
        schemas = new SchemaLookup(connection.registry());
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's tombstone
    public String deserialize(String topic, byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        if (schemas == null) {
            throw new IllegalStateException("not configured");
        }
        try {
            return toJson(schemas.byId(WireFormat.schemaId(value)), value);
        } catch (MalformedValueException | IOException | AvroRuntimeException e) {
            // One bad value must not hide those after it.
            return "(" + value.length + " bytes that cannot be read: " + e.getMessage() + ")";
        }
    }

    @SuppressWarnings("NullAway") // no instance to reuse
    private static String toJson(Schema schema, byte[] value) throws IOException {
        int length = value.length - WireFormat.HEADER_BYTES;
        Object datum = new GenericDatumReader<>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(value, WireFormat.HEADER_BYTES, length, null));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonEncoder encoder = EncoderFactory.get().jsonEncoder(schema, json);
        new GenericDatumWriter<>(schema).write(datum, encoder);
        encoder.flush();
        return json.toString(StandardCharsets.UTF_8);
    }
}
