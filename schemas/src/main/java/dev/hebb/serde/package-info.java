/** Confluent's wire format for Avro: magic byte 0, schema id, datum. One thin codec a topic, for Kafka and without. */
@NullMarked
package dev.hebb.serde;

import org.jspecify.annotations.NullMarked;
