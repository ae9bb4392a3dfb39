/** Results of the engine as Avro records. */
@NullMarked
package dev.hebb.record;

import org.jspecify.annotations.NullMarked;
