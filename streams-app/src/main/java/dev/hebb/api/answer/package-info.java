/** Answers about whole networks, put together from what their shards know. Knows nothing of HTTP or Kafka Streams. */
@NullMarked
package dev.hebb.api.answer;

import org.jspecify.annotations.NullMarked;
