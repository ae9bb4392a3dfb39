package dev.hebb.replay.format;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of MATLAB, of either version of its files. */
sealed interface MatValue {
    /**
     * Numbers in MATLAB's order: column after column.
     *
     * @param data {@code double[]} or {@code long[]}
     */
    record Matrix(Object data, int rows, int columns) implements MatValue {
        int length() {
            return Array.getLength(data);
        }

        boolean isVector() {
            return rows <= 1 || columns <= 1;
        }

        /** Returns the columns, or the rows if there are fewer. */
        List<Object> split() {
            boolean tall = rows >= columns;
            int count = tall ? columns : rows;
            List<Object> split = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                split.add(tall ? range(k * rows) : row(k));
            }
            return split;
        }

        private Object range(int from) {
            return data instanceof double[] doubles
                    ? Arrays.copyOfRange(doubles, from, from + rows)
                    : Arrays.copyOfRange((long[]) data, from, from + rows);
        }

        private Object row(int row) {
            if (data instanceof double[] doubles) {
                double[] picked = new double[columns];
                Arrays.setAll(picked, k -> doubles[row + k * rows]);
                return picked;
            }
            long[] longs = (long[]) data;
            long[] picked = new long[columns];
            Arrays.setAll(picked, k -> longs[row + k * rows]);
            return picked;
        }
    }

    /** A cell array, column after column. */
    record Cell(List<MatValue> values, int rows, int columns) implements MatValue {
        /** A single row. */
        Cell(List<MatValue> values) {
            this(values, 1, values.size());
        }

        /**
         * Returns whether this is one row or column of trains of numbers, some of them empty or in a cell of their own.
         */
        boolean isTrains() {
            boolean isLine = rows <= 1 || columns <= 1;
            return isLine && !values.isEmpty() && values.stream().allMatch(value -> train(value) != null);
        }

        /** The numbers of train {@code index}, which {@link #isTrains} has found. */
        Matrix train(int index) {
            Matrix train = train(values.get(index));
            return train == null ? new Matrix(new double[0], 0, 0) : train;
        }

        private static @Nullable Matrix train(MatValue value) {
            if (value instanceof Cell cell && cell.values().size() == 1) {
                return train(cell.values().get(0));
            }
            return value instanceof Matrix numbers && numbers.isVector() ? numbers : null;
        }
    }

    /** A structure, or an array of them. */
    record Structure(List<Map<String, MatValue>> elements) implements MatValue {
        /** A field of the only element. */
        @Nullable MatValue field(String name) {
            return elements.size() == 1 ? elements.get(0).get(name) : null;
        }
    }

    /** Text. */
    record Words(String text) implements MatValue {}

    /** Something that holds no spikes. */
    record Other(String type) implements MatValue {}

    /** Returns a description of this value, for a message. */
    default String described() {
        if (this instanceof Matrix numbers) {
            return numbers.rows() + " x " + numbers.columns() + " numbers";
        } else if (this instanceof Cell cell) {
            return "cell array of " + cell.rows() + " x " + cell.columns();
        } else if (this instanceof Structure structure) {
            return "structure with "
                    + (structure.elements().isEmpty()
                            ? "no element"
                            : Text.shownAll(
                                    List.copyOf(structure.elements().get(0).keySet())));
        }
        return this instanceof Words ? "text" : "other";
    }
}
