package dev.hebb.cli.support;

import java.util.ArrayList;
import java.util.List;

/**
 * Formats lines of aligned columns. Widths are fixed, because later lines are not known; wider values are not cut.
 * Hidden characters are escaped, so that no value can look like a line of its own.
 */
public final class Columns {
    private final List<Column> columns = new ArrayList<>();

    /** Adds a column whose values start at its left edge. */
    public Columns left(String title, int width) {
        columns.add(new Column(title, Math.max(width, title.length()), true));
        return this;
    }

    /** Adds a column whose values end at its right edge: numbers. */
    public Columns right(String title, int width) {
        columns.add(new Column(title, Math.max(width, title.length()), false));
        return this;
    }

    /** The line of titles. */
    public String header() {
        return line(columns.stream().map(Column::title).toArray());
    }

    /** A line of values, as many as there are columns. */
    public String line(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            columns.get(i).append(Printable.line(String.valueOf(values[i])), line);
            line.append("  ");
        }
        return line.toString().stripTrailing();
    }

    private record Column(String title, int width, boolean left) {
        void append(String value, StringBuilder line) {
            String padding = " ".repeat(Math.max(0, width - value.length()));
            line.append(left ? value + padding : padding + value);
        }
    }
}
