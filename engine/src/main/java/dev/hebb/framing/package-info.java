/** Order, lateness, duplicates and wrong clocks: from arrivals to ordered spikes. Pure; knows nothing of Kafka. */
@NullMarked
package dev.hebb.framing;

import org.jspecify.annotations.NullMarked;
