package dev.hebb.replay.format;

import static java.util.stream.Collectors.joining;

import dev.hebb.parquet.ParquetColumn;
import dev.hebb.parquet.ParquetTable;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** A table in a Parquet file, with a row for each spike. */
final class ParquetFormat implements RecordingFormat {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** The bytes of a value of each column in memory, with what is copied of it. */
    private static final long VALUE_BYTES = 24;
    /** So many rows that are left out are named. */
    private static final int NAMED = 5;

    @Override
    public String name() {
        return "Parquet";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.COLUMNS, Name.UNIT, Name.SAMPLE_RATE);
    }

    @Override
    public boolean isFormOf(Content content) {
        return content.has(MAGIC, 0);
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        try (ParquetTable table = ParquetTable.open(content.path())) {
            return new TableSpikes(content, name(), "column", table.columns())
                    .read((indices, needed, notes) -> read(content, table, indices, needed, notes), options, names);
        } catch (UnreadableRecordingException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordingException(
                    content.path() + " cannot be read as Parquet: " + ParquetRows.why(e) + "; is it whole? If so, "
                            + ParquetTypes.converted(content, ""),
                    e);
        }
    }

    /** The values of columns. What only may change the meaning of others is empty if it is neither number nor text. */
    private static List<Object> read(
            Content content, ParquetTable table, List<Integer> indices, int needed, List<String> notes)
            throws IOException {
        String where = content.path().toString();
        List<String> columns =
                indices.stream().map(index -> table.columns().get(index)).toList();
        ParquetTypes types = new ParquetTypes(content, table);
        for (String column : columns.subList(0, needed)) {
            types.requireValues(column);
        }
        List<String> readable = columns.stream()
                .filter(column -> table.kind(column).hasValues())
                .toList();
        int rows = Math.toIntExact(Math.min(Integer.MAX_VALUE, table.rows()));
        Memory.require(rows, VALUE_BYTES * readable.size(), Runtime.getRuntime().maxMemory(), where);
        List<ParquetColumn> read = table.read(readable);
        for (int k = 0; k < needed; k++) {
            types.requireSigned(columns.get(k), read.get(k));
        }
        BitSet without = new BitSet();
        read.subList(0, needed).forEach(column -> without.or(absent(column)));
        if (!without.isEmpty()) {
            notes.add(without.cardinality() + " of " + rows + " rows have no neuron or no time, and are left out: "
                    + named(without));
        }
        List<Object> values = new ArrayList<>();
        for (String column : columns) {
            int index = readable.indexOf(column);
            values.add(index < 0 ? new String[0] : values(read.get(index), rows, without));
        }
        return values;
    }

    /** The rows without a value: a null, or what is not a number. */
    private static BitSet absent(ParquetColumn column) {
        BitSet absent = (BitSet) column.missing().clone();
        if (column.values() instanceof double[] numbers) {
            for (int row = 0; row < numbers.length; row++) {
                if (Double.isNaN(numbers[row])) {
                    absent.set(row);
                }
            }
        }
        return absent;
    }

    /** The first few rows, counted from 1. */
    private static String named(BitSet rows) {
        String first = rows.stream()
                .limit(NAMED)
                .mapToObj(row -> Integer.toString(row + 1))
                .collect(joining(", "));
        return (rows.cardinality() == 1 ? "row " : "rows ")
                + first
                + (rows.cardinality() > NAMED ? " and " + (rows.cardinality() - NAMED) + " more" : "");
    }

    /** The values of rows that are spikes; as texts if some are missing. */
    private static Object values(ParquetColumn column, int rows, BitSet without) {
        BitSet missing = (BitSet) column.missing().clone();
        missing.andNot(without);
        int length = rows - without.cardinality();
        Object from = column.values();
        Object values =
                missing.isEmpty() ? Array.newInstance(from.getClass().getComponentType(), length) : new String[length];
        int next = 0;
        for (int row = without.nextClearBit(0); row < rows; row = without.nextClearBit(row + 1)) {
            if (missing.isEmpty()) {
                System.arraycopy(from, row, values, next, 1);
            } else {
                ((String[]) values)[next] = missing.get(row) ? "" : String.valueOf(Array.get(from, row));
            }
            next++;
        }
        return values;
    }
}
