package dev.hebb.cli.export;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported table.
 *
 * @param name in every format
 * @param description what it holds, and in which unit
 * @param type of its values
 * @param optional whether a value can be unknown
 * @param value {@code Integer}, {@code Long}, {@code Double} or {@code String} by the type; null if it is unknown
 * @param <R> what a row of the table is made of
 */
record Column<R>(String name, String description, Type type, boolean optional, Function<R, @Nullable Object> value) {
    /** The type of a column's values. */
    enum Type {
        INT,
        LONG,
        DOUBLE,
        TEXT
    }

    /** A column whose values are all known. */
    static <R> Column<R> known(String name, Type type, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, description, type, false, value);
    }

    /** A column some of whose values may be unknown. */
    static <R> Column<R> optional(String name, Type type, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, description, type, true, value);
    }

    int[] ints(List<R> rows) {
        return rows.stream().map(value).mapToInt(Integer.class::cast).toArray();
    }

    long[] longs(List<R> rows) {
        return rows.stream().map(value).mapToLong(Long.class::cast).toArray();
    }

    /** Numbers, of which unknown ones are NaN. */
    double[] doubles(List<R> rows) {
        return rows.stream()
                .map(value)
                .mapToDouble(number -> number == null ? Double.NaN : (double) number)
                .toArray();
    }

    /** Texts, of which unknown ones are empty. */
    List<String> texts(List<R> rows) {
        return rows.stream()
                .map(value)
                .map(text -> text == null ? "" : (String) text)
                .toList();
    }
}
