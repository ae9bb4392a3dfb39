package dev.hebb.serde;

import dev.hebb.framing.RejectReason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * Reads records in Confluent's wire format, written with this or another version of their schema. Whatever the bytes,
 * it answers with a record or a {@link MalformedValueException}: {@link DatumCheck} first makes sure that no length in
 * them asks for more memory than there are bytes. Not thread-safe.
 *
 * @param <T> the record, or a common supertype where the reader's schema is a union
 */
public final class AvroDecoder<T> {
    private final SchemaLookup schemas;
    private final Schema readerSchema;
    private final Map<Integer, Version<T>> versions = new HashMap<>();
    private final AvroCursor cursor = new AvroCursor();
    private final BinaryDecoder[] reused = new BinaryDecoder[1];

    public AvroDecoder(SchemaLookup schemas, Schema readerSchema) {
        this.schemas = schemas;
        this.readerSchema = readerSchema;
    }

    /**
     * The record in a value.
     *
     * @throws MalformedValueException if the value is not in wire format, names an unknown schema, or does not hold
     *     what the schema says, to the last byte
     */
    public T decode(byte[] value) throws MalformedValueException {
        int id = WireFormat.schemaId(value);
        Version<T> version = versions.get(id);
        if (version == null) {
            version = version(id);
            versions.put(id, version);
        }
        cursor.start(value, WireFormat.HEADER_BYTES);
        DatumCheck.check(version.writerSchema, cursor);
        cursor.expectEnd();
        return read(id, version.reader, value);
    }

    private Version<T> version(int id) throws MalformedValueException {
        Schema writerSchema = schemas.byId(id);
        if (!Resolution.possible(writerSchema, readerSchema)) {
            throw new MalformedValueException(
                    RejectReason.WRONG_SCHEMA,
                    "schema id " + id + " is " + Resolution.name(writerSchema) + ", which cannot be read as "
                            + Resolution.name(readerSchema));
        }
        return new Version<>(writerSchema, new SpecificDatumReader<>(writerSchema, readerSchema));
    }

    private T read(int id, SpecificDatumReader<T> reader, byte[] value) throws MalformedValueException {
        int length = value.length - WireFormat.HEADER_BYTES;
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(value, WireFormat.HEADER_BYTES, length, reused[0]);
        reused[0] = decoder;
        try {
            @SuppressWarnings("NullAway") // no instance to reuse
            T record = reader.read(null, decoder);
            return record;
        } catch (IOException | RuntimeException e) {
            // Another program made the bytes, and Avro's readers throw any exception: null pointers, class casts,
            // number
            // formats.
            throw new MalformedValueException(
                    RejectReason.MALFORMED,
                    "the bytes are not a datum of schema id " + id + " that can be read as "
                            + Resolution.name(readerSchema) + ": " + e,
                    e);
        }
    }

    private record Version<T>(Schema writerSchema, SpecificDatumReader<T> reader) {}
}
