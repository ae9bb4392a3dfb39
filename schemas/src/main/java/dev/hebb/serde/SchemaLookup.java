package dev.hebb.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;

/**
 * Schemas by id. Remembers for a while which ids the registry does not know, so that a flood of bad records does not
 * become a flood of requests. Not thread-safe: one a thread.
 */
public final class SchemaLookup {
    private static final int HTTP_NOT_FOUND = 404;
    private static final int REMEMBERED = 10_000;
    private static final long FORGET_UNKNOWN_AFTER_MILLIS = 10_000;

    private final SchemaRegistryClient registry;
    private final LongSupplier clockMillis;
    private final Map<Integer, Schema> known = new BoundedMap<>();
    private final Map<Integer, Long> unknownSinceMillis = new BoundedMap<>();

    public SchemaLookup(SchemaRegistryClient registry) {
        this(registry, System::currentTimeMillis);
    }

    SchemaLookup(SchemaRegistryClient registry, LongSupplier clockMillis) {
        this.registry = registry;
        this.clockMillis = clockMillis;
    }

    /**
     * The Avro schema with this id.
     *
     * @throws UnknownSchemaException if the registry answers that it has no Avro schema with this id
     * @throws UncheckedIOException if the registry cannot be asked: says nothing about the value
     */
    public Schema byId(int id) throws UnknownSchemaException {
        Schema schema = known.get(id);
        if (schema == null) {
            refuseIfRecentlyUnknown(id);
            schema = ask(id);
            known.put(id, schema);
        }
        return schema;
    }

    private void refuseIfRecentlyUnknown(int id) throws UnknownSchemaException {
        Long since = unknownSinceMillis.get(id);
        if (since != null) {
            if (clockMillis.getAsLong() - since < FORGET_UNKNOWN_AFTER_MILLIS) {
                throw unknown(id);
            }
            unknownSinceMillis.remove(id);
        }
    }

    private Schema ask(int id) throws UnknownSchemaException {
        try {
            ParsedSchema parsed = registry.getSchemaById(id);
            if (parsed instanceof AvroSchema avro) {
                return avro.rawSchema();
            }
        } catch (RestClientException e) {
            if (e.getStatus() != HTTP_NOT_FOUND) {
                throw new UncheckedIOException("the schema registry failed on id " + id, new IOException(e));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry cannot be reached for id " + id, e);
        }
        unknownSinceMillis.put(id, clockMillis.getAsLong());
        throw unknown(id);
    }

    private static UnknownSchemaException unknown(int id) {
        return new UnknownSchemaException(
                "the registry has no Avro schema with id " + id + "; register the schema before sending");
    }

    private static final class BoundedMap<V> extends LinkedHashMap<Integer, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
