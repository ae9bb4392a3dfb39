package dev.hebb.parquet;

import java.util.BitSet;

/**
 * The values of a column.
 *
 * @param values {@code long[]}, {@code double[]} or {@code String[]}, one for each row
 * @param missing rows that have no value; what the array has there means nothing
 */
public record ParquetColumn(Object values, BitSet missing) {}
