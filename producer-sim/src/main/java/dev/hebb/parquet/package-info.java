/** Tables in Parquet files, without Hadoop. */
@NullMarked
package dev.hebb.parquet;

import org.jspecify.annotations.NullMarked;
