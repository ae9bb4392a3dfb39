/** The whole engine over recordings in memory, without Kafka: what the default constants are measured with. */
@NullMarked
package dev.hebb.bench.offline;

import org.jspecify.annotations.NullMarked;
