package dev.hebb.api.answer;

import java.util.List;

/**
 * List of what modulated a network, in the order in which the pipeline reported it, newest last.
 *
 * @param complete false if there is more than was asked for, or than could be read in time
 * @param unreadable records of the topic, of all networks, that cannot be read and were passed over
 */
public record Audit(String network, boolean complete, int unreadable, List<AuditEvent> events) {
    public Audit {
        events = List.copyOf(events);
    }
}
