package dev.hebb.cli.export;

import dev.hebb.cli.export.hdf5.Hdf5File;
import dev.hebb.cli.export.hdf5.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of an NWB file: a DynamicTable of hdmf-common, with a dataset for each column and ids of its rows. */
final class NwbTable {
    private static final String COMMON = "hdmf-common";

    private final NwbObjects objects;
    private final Hdf5File file;
    private final Map<String, Long> members = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();

    /** @param ids of the rows */
    NwbTable(NwbObjects objects, int[] ids) {
        this.objects = objects;
        this.file = objects.file();
        members.put("id", file.dataset(Value.of(ids), objects.typed(COMMON, "ElementIdentifiers")));
    }

    /** Adds a column; what is unknown is NaN or an empty text. */
    <R> void add(Column<R> column, List<R> rows) {
        Value values =
                switch (column.type()) {
                    case INT -> Value.of(column.ints(rows));
                    case LONG -> Value.of(column.longs(rows));
                    case DOUBLE -> Value.of(column.doubles(rows));
                    case TEXT -> file.texts(column.texts(rows));
                };
        add(column.name(), values, "VectorData", Map.of("description", file.text(column.description())));
    }

    /** Adds a column of references to rows of another table. */
    void addRegion(String name, String description, int[] rows, long table) {
        Map<String, Value> attributes =
                Map.of("description", file.text(description), "table", Value.referenceTo(table));
        add(name, Value.of(rows), "DynamicTableRegion", attributes);
    }

    private void add(String name, Value values, String type, Map<String, Value> more) {
        Map<String, Value> attributes = objects.typed(COMMON, type);
        attributes.putAll(more);
        members.put(name, file.dataset(values, attributes));
        columns.add(name);
    }

    /** Writes the table, and returns its address. */
    long write(String namespace, String type, String description) {
        Map<String, Value> attributes = objects.typed(namespace, type);
        attributes.put("colnames", file.texts(columns));
        attributes.put("description", file.text(description));
        return file.group(members, attributes);
    }
}
