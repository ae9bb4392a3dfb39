package dev.hebb.produce;

/** Listener that is called for every batch handed to Kafka. */
@FunctionalInterface
public interface FeedListener {
    /** Does nothing. */
    FeedListener NONE = (spikes, eventMicros) -> {};

    /**
     * A batch went out.
     *
     * @param spikes how many it had
     * @param eventMicros its latest spike
     */
    void sent(int spikes, long eventMicros);
}
