package dev.hebb.serde;

import dev.hebb.framing.RejectReason;
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
 * Schemas by id. Remembers for a while which ids the registry does not know, or knows as something else than an Avro
 * schema, so that a flood of bad records does not become a flood of requests. Not thread-safe: one a thread.
 */
public final class SchemaLookup {
    private static final int HTTP_NOT_FOUND = 404;
    private static final int REMEMBERED = 10_000;
    private static final long FORGET_REFUSED_AFTER_MILLIS = 10_000;

    private final SchemaRegistryClient registry;
    private final LongSupplier clockMillis;
    private final Map<Integer, Schema> known = new BoundedMap<>();
    private final Map<Integer, Refused> refused = new BoundedMap<>();

    private record Refused(RejectReason reason, long sinceMillis) {}

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
     * @throws MalformedValueException if the registry answers that it has no schema with this id, or one that cannot be
     *     read as an Avro schema
     * @throws UncheckedIOException if the registry cannot be asked: says nothing about the value
     */
    public Schema byId(int id) throws MalformedValueException {
        Schema schema = known.get(id);
        if (schema == null) {
            refuseAsBefore(id);
            schema = ask(id);
            known.put(id, schema);
        }
        return schema;
    }

    private void refuseAsBefore(int id) throws MalformedValueException {
        Refused before = refused.get(id);
        if (before != null) {
            if (clockMillis.getAsLong() - before.sinceMillis < FORGET_REFUSED_AFTER_MILLIS) {
                throw refusal(id, before.reason);
            }
            refused.remove(id);
        }
    }

    private Schema ask(int id) throws MalformedValueException {
        RejectReason reason = RejectReason.WRONG_SCHEMA;
        try {
            ParsedSchema parsed = registry.getSchemaById(id);
            if (parsed instanceof AvroSchema avro) {
                return avro.rawSchema();
            }
        } catch (RestClientException e) {
            if (e.getStatus() != HTTP_NOT_FOUND) {
                throw new UncheckedIOException("the schema registry failed on id " + id, new IOException(e));
            }
            reason = RejectReason.UNKNOWN_SCHEMA;
        } catch (IOException e) {
            if (!ForeignSchema.isSaidBy(e)) {
                throw new UncheckedIOException("the schema registry cannot be reached for id " + id, e);
            }
        }
        refused.put(id, new Refused(reason, clockMillis.getAsLong()));
        throw refusal(id, reason);
    }

    private static MalformedValueException refusal(int id, RejectReason reason) {
        return new MalformedValueException(
                reason,
                reason == RejectReason.UNKNOWN_SCHEMA
                        ? "the registry has no schema with id " + id + "; register the schema before sending"
                        : "schema id " + id + " is not an Avro schema that can be read; send Avro");
    }

    private static final class BoundedMap<V> extends LinkedHashMap<Integer, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
