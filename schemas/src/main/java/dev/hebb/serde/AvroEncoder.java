package dev.hebb.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Writes records in Confluent's wire format. Registers its schema once, when made. Not thread-safe: buffers are reused.
 *
 * @param <T> the record
 */
public final class AvroEncoder<T> {
    private final int schemaId;
    private final SpecificDatumWriter<T> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    private final byte[] header = new byte[WireFormat.HEADER_BYTES];

    private AvroEncoder(int schemaId, Schema schema) {
        this.schemaId = schemaId;
        this.writer = new SpecificDatumWriter<>(schema);
        WireFormat.writeHeader(header, schemaId);
    }

    /**
     * An encoder for a subject.
     *
     * @throws UncheckedIOException if the registry cannot be reached or refuses the schema
     */
    public static <T> AvroEncoder<T> register(SchemaRegistryClient registry, String subject, Schema schema) {
        try {
            return new AvroEncoder<>(registry.register(subject, new AvroSchema(schema)), schema);
        } catch (RestClientException e) {
            throw new UncheckedIOException(
                    "the schema registry refuses subject " + subject + ": " + e.getMessage(), new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry cannot be reached for subject " + subject, e);
        }
    }

    public int schemaId() {
        return schemaId;
    }

    /** The record in wire format, in a new array. */
    public byte[] encode(T record) {
        bytes.reset();
        bytes.writeBytes(header);
        try {
            writer.write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
