package dev.hebb.produce;

import java.util.Optional;

/**
 * Report of what a feed has sent.
 *
 * @param spikes spikes sent
 * @param batches records that carried them
 * @param heartbeats records without spikes
 * @param gaps silences too long to be believed, sent as unobserved time
 * @param firstMicros time of the earliest spike; meaningless without spikes
 * @param lastMicros time of the latest spike; meaningless without spikes
 * @param step of the times, if they have one
 */
public record FeedReport(
        long spikes,
        long batches,
        long heartbeats,
        long gaps,
        long firstMicros,
        long lastMicros,
        Optional<TimeStep> step) {}
