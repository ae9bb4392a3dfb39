package dev.hebb.cli.export;

import dev.hebb.parquet.ParquetBytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** A connectome as a Parquet file: a row for each synapse, with the columns of the CSV format. */
final class ParquetConnectome {
    private static final MessageType SCHEMA = new MessageType(
            "synapses",
            ExportedSynapse.COLUMNS.stream().map(ParquetConnectome::type).toList());

    private ParquetConnectome() {}

    /**
     * The bytes of the file. What is unknown is null.
     *
     * @throws IOException if the library fails
     */
    static byte[] of(Export export) throws IOException {
        List<Group> rows = ExportedSynapse.of(export.connectome()).stream()
                .map(ParquetConnectome::group)
                .toList();
        return ParquetBytes.of(
                SCHEMA, Map.of("hebb.network", export.connectome().network()), rows);
    }

    private static org.apache.parquet.schema.Type type(Column<ExportedSynapse> column) {
        Repetition repetition = column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        PrimitiveTypeName type =
                switch (column.type()) {
                    case INT -> PrimitiveTypeName.INT32;
                    case LONG -> PrimitiveTypeName.INT64;
                    case DOUBLE -> PrimitiveTypeName.DOUBLE;
                    case TEXT -> PrimitiveTypeName.BINARY;
                };
        LogicalTypeAnnotation text = column.type() == Column.Type.TEXT ? LogicalTypeAnnotation.stringType() : null;
        PrimitiveType named = Types.primitive(type, repetition).as(text).named(column.name());
        return named;
    }

    private static Group group(ExportedSynapse row) {
        SimpleGroup group = new SimpleGroup(SCHEMA);
        for (Column<ExportedSynapse> column : ExportedSynapse.COLUMNS) {
            add(group, column.name(), column.value().apply(row));
        }
        return group;
    }

    private static void add(SimpleGroup group, String name, @Nullable Object value) {
        if (value instanceof Integer number) {
            group.add(name, number);
        } else if (value instanceof Long number) {
            group.add(name, number);
        } else if (value instanceof Double number) {
            group.add(name, number);
        } else if (value instanceof String text) {
            group.add(name, text);
        }
    }
}
