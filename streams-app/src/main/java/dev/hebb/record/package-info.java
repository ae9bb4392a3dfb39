/** Engine values as Avro records, and commands in both directions. */
@NullMarked
package dev.hebb.record;

import org.jspecify.annotations.NullMarked;
