package dev.hebb.replay.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.parquet.ColumnKind;
import dev.hebb.parquet.ParquetColumn;
import dev.hebb.parquet.ParquetTable;
import java.io.IOException;

/**
 * Refuses columns of a Parquet file whose values cannot be taken as they are, and says how to convert them.
 *
 * @param content the file
 * @param table what it holds
 */
record ParquetTypes(Content content, ParquetTable table) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECONDS = " with --columns neuron=NAME,time=t --unit s";

    /**
     * Looks at the type of a column.
     *
     * @throws UnreadableRecordingException if it holds neither numbers nor text, or durations
     * @throws IOException if the types are damaged
     */
    void requireValues(String column) throws IOException {
        boolean isList = table.kind(column) == ColumnKind.LIST;
        if (isDuration(column)) {
            throw refused(
                    column,
                    isList ? "holds a list of durations in each row" : "holds durations",
                    (isList ? ".explode('" + column + "')" : "") + ".assign(t=lambda d: d['" + column
                            + "'].dt.total_seconds())",
                    SECONDS);
        }
        switch (table.kind(column)) {
            case DATE ->
                throw refused(
                        column,
                        "holds dates or clock times",
                        ".assign(t=lambda d: (d['" + column + "'] - d['" + column + "'].min()).dt.total_seconds())",
                        SECONDS);
            case FIELDS ->
                throw refused(
                        column,
                        "holds several values with names in each row",
                        ".assign(t=lambda d: d['" + column + "'].str['NAME'])",
                        " with --columns, where the column is t");
            case LIST -> throw refused(column, "holds a list in each row", ".explode('" + column + "')", "");
            case OTHER ->
                throw refused(column, "holds neither numbers nor text", ".astype({'" + column + "': float})", "");
            default -> {
                // It has values.
            }
        }
    }

    /**
     * Looks at the values of a column.
     *
     * @throws UnreadableRecordingException if one is more than the largest whole number
     */
    void requireSigned(String column, ParquetColumn read) throws UnreadableRecordingException {
        if (table.kind(column) != ColumnKind.UNSIGNED) {
            return;
        }
        long[] values = (long[]) read.values();
        for (int row = 0; row < values.length; row++) {
            if (values[row] < 0 && !read.missing().get(row)) {
                throw refused(
                        column,
                        "holds " + Long.toUnsignedString(values[row]) + ", which is beyond 2^63-1",
                        ".astype({'" + column + "': str})",
                        "");
            }
        }
    }

    private UnreadableRecordingException refused(String column, String what, String how, String options) {
        return new UnreadableRecordingException(content.path() + ", column '" + Text.shown(column) + "' " + what + "; "
                + converted(content, how) + options);
    }

    /** How to convert a file, by methods of a data frame of pandas. */
    static String converted(Content content, String how) {
        return "convert it with: python3 -c \"import pandas; pandas.read_parquet('" + content.name() + "')" + how
                + ".to_parquet('converted.parquet')\", then give converted.parquet";
    }

    /** Returns whether Arrow or pandas says that it is a duration, which Parquet has no type for. */
    private boolean isDuration(String column) throws IOException {
        if (table.isDuration(column)) {
            return true;
        }
        String pandas = table.metadata().get("pandas");
        if (pandas == null) {
            return false;
        }
        for (JsonNode described : JSON.readTree(pandas).path("columns")) {
            if (described.path("field_name").asText().equals(column)
                    && described.path("numpy_type").asText().startsWith("timedelta64")) {
                return true;
            }
        }
        return false;
    }
}
