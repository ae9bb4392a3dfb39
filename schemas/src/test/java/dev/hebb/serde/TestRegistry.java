package dev.hebb.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;

/** The client library's own registry in memory, and values written with any schema. */
final class TestRegistry {
    final MockSchemaRegistryClient client = new MockSchemaRegistryClient();
    final SchemaLookup lookup = new SchemaLookup(client);

    int register(Schema schema) {
        try {
            return client.register("subject-" + client.getAllSubjects().size(), new AvroSchema(schema));
        } catch (IOException | RestClientException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Returns a datum in wire format; registers its schema. */
    byte[] write(Schema schema, Object datum) {
        return wire(register(schema), datum(schema, datum));
    }

    static byte[] wire(int id, byte[] datum) {
        byte[] value = new byte[WireFormat.HEADER_BYTES + datum.length];
        WireFormat.writeHeader(value, id);
        System.arraycopy(datum, 0, value, WireFormat.HEADER_BYTES, datum.length);
        return value;
    }

    static byte[] datum(Schema schema, Object datum) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<>(schema, SpecificData.get()).write(datum, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
