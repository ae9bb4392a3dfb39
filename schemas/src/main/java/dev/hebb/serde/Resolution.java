package dev.hebb.serde;

import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Check of whether data of one schema can be read as another. */
final class Resolution {
    private Resolution() {}

    /**
     * Returns whether at least some data of the writer's schema can be read; of a writer's union that may be one
     * branch, and only a datum then shows it.
     */
    static boolean possible(Schema writer, Schema reader) {
        if (writer.isUnion()) {
            return writer.getTypes().stream().anyMatch(branch -> possible(branch, reader));
        }
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    /** The schema's name for a person, also where it is a union. */
    static String name(Schema schema) {
        if (schema.isUnion()) {
            return schema.getTypes().stream().map(Resolution::name).collect(Collectors.joining(" or "));
        }
        return schema.getFullName();
    }
}
