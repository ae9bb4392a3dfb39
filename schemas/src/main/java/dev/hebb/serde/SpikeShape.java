package dev.hebb.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Layout of spikes in a writer's schema, for those schemas that {@link SpikeDecoder} reads by hand: records with our
 * fields in our order, alone or in a union. Names are compared without namespace, as Avro's resolution does; texts,
 * defaults and properties do not change the bytes.
 *
 * @param union whether a branch number comes first
 * @param branches what each branch is, or the only record
 */
record SpikeShape(boolean union, List<Kind> branches) {
    /** The records of the topic. */
    enum Kind {
        SPIKE,
        BATCH
    }

    /** The schema's shape; null if it has to be resolved field by field. */
    static @Nullable SpikeShape of(Schema writer) {
        List<Kind> kinds = new ArrayList<>();
        for (Schema branch : writer.isUnion() ? writer.getTypes() : List.of(writer)) {
            Kind kind = kind(branch);
            if (kind == null) {
                return null;
            }
            kinds.add(kind);
        }
        return new SpikeShape(writer.isUnion(), List.copyOf(kinds));
    }

    private static @Nullable Kind kind(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            return null;
        }
        String fields = fields(schema);
        if (schema.getName().equals("Spike") && fields.equals("network:STRING neuron:INT time:LONG ")) {
            return Kind.SPIKE;
        }
        if (schema.getName().equals("SpikeBatch")
                && fields.equals("network:STRING origin:LONG neurons:ARRAY INT offsetsMicros:ARRAY INT ")) {
            return Kind.BATCH;
        }
        return null;
    }

    private static String fields(Schema schema) {
        StringBuilder fields = new StringBuilder();
        for (Schema.Field field : schema.getFields()) {
            Schema type = field.schema();
            fields.append(field.name()).append(':').append(type.getType()).append(' ');
            if (type.getType() == Schema.Type.ARRAY) {
                fields.append(type.getElementType().getType()).append(' ');
            }
        }
        return fields.toString();
    }
}
