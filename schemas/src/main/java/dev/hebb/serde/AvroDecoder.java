package dev.hebb.serde;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * Reads records in Confluent's wire format, written with this or another version of their schema. Not thread-safe.
 *
 * @param <T> the record, or a common supertype where the reader's schema is a union
 */
public final class AvroDecoder<T> {
    private final SchemaLookup schemas;
    private final Schema readerSchema;
    private final Map<Integer, SpecificDatumReader<T>> readers = new HashMap<>();
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
        SpecificDatumReader<T> reader = readers.get(id);
        if (reader == null) {
            reader = new SpecificDatumReader<>(schemas.byId(id), readerSchema);
            readers.put(id, reader);
        }
        int length = value.length - WireFormat.HEADER_BYTES;
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(value, WireFormat.HEADER_BYTES, length, reused[0]);
        reused[0] = decoder;
        try {
            @SuppressWarnings("NullAway") // no instance to reuse
            T record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new MalformedValueException("bytes are left after the Avro datum of schema id " + id);
            }
            return record;
        } catch (IOException | AvroRuntimeException | ClassCastException | IndexOutOfBoundsException e) {
            throw new MalformedValueException(
                    "the bytes are not a datum of schema id " + id + " that can be read as " + readerSchema.getName()
                            + ": " + e,
                    e);
        }
    }
}
