/** Answers out of a running Kafka Streams: its stores, its metadata, its topics. */
@NullMarked
package dev.hebb.api.streams;

import org.jspecify.annotations.NullMarked;
