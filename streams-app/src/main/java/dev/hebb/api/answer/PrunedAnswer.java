package dev.hebb.api.answer;

import java.util.List;

/**
 * Prunings in a range of event time, by time.
 *
 * @param fromMicros inclusive
 * @param toMicros exclusive
 * @param complete false if there is more than was asked for, or than could be read in time
 * @param unreadable records of the topic, of all networks, that cannot be read and were passed over
 */
public record PrunedAnswer(
        String network, long fromMicros, long toMicros, boolean complete, int unreadable, List<PrunedEntry> pruned) {
    public PrunedAnswer {
        pruned = List.copyOf(pruned);
    }
}
