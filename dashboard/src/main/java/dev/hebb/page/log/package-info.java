/**
 * The data of each network that the page shows, in bounded memory: recent spikes, events, its life. Knows nothing of
 * Kafka or HTTP.
 */
@NullMarked
package dev.hebb.page.log;

import org.jspecify.annotations.NullMarked;
