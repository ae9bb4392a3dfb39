package dev.hebb.replay.format;

import dev.hebb.parquet.ParquetColumn;
import dev.hebb.parquet.ParquetTable;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small table in a Parquet file, as the rows of a CSV file. */
final class ParquetRows {
    private ParquetRows() {}

    /**
     * The names of the columns among these that the table has and that have numbers or text, then the rows; a value
     * that is missing is empty.
     *
     * @throws UnreadableRecordingException if it cannot be read
     */
    static List<List<String>> read(Path file, List<String> columns) throws IOException {
        try (ParquetTable table = ParquetTable.open(file)) {
            List<String> names = columns.stream()
                    .filter(table.columns()::contains)
                    .filter(column -> table.kind(column).hasValues())
                    .toList();
            List<List<String>> rows = new ArrayList<>();
            rows.add(names);
            if (names.isEmpty()) {
                return rows;
            }
            List<ParquetColumn> read = table.read(names);
            for (int k = 0; k < table.rows(); k++) {
                int row = k;
                rows.add(read.stream()
                        .map(column -> column.missing().get(row) ? "" : String.valueOf(Array.get(column.values(), row)))
                        .toList());
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordingException(file + " cannot be read as Parquet: " + why(e), e);
        }
    }

    /** Returns what is wrong with a file. Messages of the library name objects and classes of its own. */
    static String why(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("is not a Parquet file")) {
            return "it does not end like a Parquet file; was it cut off?";
        }
        return message.contains("org.apache.") || e.getMessage() == null ? "it is damaged" : Text.shown(message);
    }
}
