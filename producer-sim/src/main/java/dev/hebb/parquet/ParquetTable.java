package dev.hebb.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A table in a Parquet file: its columns, and the values of those that hold numbers or text. */
public final class ParquetTable implements Closeable {
    private final ParquetFileReader reader;
    private final MessageType schema;

    private ParquetTable(ParquetFileReader reader) {
        this.reader = reader;
        this.schema = reader.getFileMetaData().getSchema();
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read
     * @throws RuntimeException of the library, if it is damaged
     */
    public static ParquetTable open(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs())
                .build();
        return new ParquetTable(ParquetFileReader.open(new LocalInputFile(file), options));
    }

    /** The names of the columns, in order. */
    public List<String> columns() {
        return schema.getFields().stream().map(Type::getName).toList();
    }

    /** Returns what a column holds. */
    public ColumnKind kind(String column) {
        return ColumnKind.of(schema.getType(column));
    }

    /**
     * Returns whether a column holds durations, or a list of them in each row, as Arrow says.
     *
     * @throws IOException if what Arrow says is damaged
     */
    public boolean isDuration(String column) throws IOException {
        String schema = metadata().get(ArrowSchema.KEY);
        return schema != null && ArrowSchema.isDuration(schema, column);
    }

    /** What the program that wrote the file says of it. */
    public Map<String, String> metadata() {
        return reader.getFileMetaData().getKeyValueMetaData();
    }

    public long rows() {
        return reader.getRecordCount();
    }

    /**
     * Reads columns. Call it once.
     *
     * @param names of columns whose kind has values
     * @throws IOException if the file cannot be read
     * @throws RuntimeException of the library, if it is damaged, or packed with a codec that is not read
     */
    public List<ParquetColumn> read(List<String> names) throws IOException {
        MessageType wanted = new MessageType(
                schema.getName(), names.stream().map(schema::getType).toList());
        reader.setRequestedSchema(wanted);
        int rows = Math.toIntExact(rows());
        List<ParquetColumn> columns = new ArrayList<>();
        for (Type type : wanted.getFields()) {
            columns.add(new ParquetColumn(ColumnKind.of(type).array(rows), new BitSet()));
        }
        String createdBy = reader.getFileMetaData().getCreatedBy();
        int from = 0;
        for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
            ColumnReadStoreImpl readers = new ColumnReadStoreImpl(
                    group, new DummyRecordConverter(wanted).getRootConverter(), wanted, createdBy);
            int to = Math.toIntExact(from + group.getRowCount());
            for (int k = 0; k < columns.size(); k++) {
                String[] path = {wanted.getFieldName(k)};
                fill(columns.get(k), readers.getColumnReader(wanted.getColumnDescription(path)), from, to);
            }
            from = to;
        }
        return columns;
    }

    private static void fill(ParquetColumn column, ColumnReader reader, int from, int to) {
        ColumnKind kind = ColumnKind.of(reader.getDescriptor().getPrimitiveType());
        int present = reader.getDescriptor().getMaxDefinitionLevel();
        for (int row = from; row < to; row++) {
            if (reader.getCurrentDefinitionLevel() == present) {
                kind.read(reader, column.values(), row);
            } else {
                column.missing().set(row);
            }
            reader.consume();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
