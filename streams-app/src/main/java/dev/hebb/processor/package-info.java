/** The Kafka Streams processors: framing, dendrites, census. */
@NullMarked
package dev.hebb.processor;

import org.jspecify.annotations.NullMarked;
