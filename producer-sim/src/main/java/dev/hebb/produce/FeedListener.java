package dev.hebb.produce;

/** Hears of every batch that was handed to Kafka. */
@FunctionalInterface
public interface FeedListener {
    /** Hears nothing. */
    FeedListener NONE = (spikes, eventMicros) -> {};

    /**
     * A batch went out.
     *
     * @param spikes how many it had
     * @param eventMicros its latest spike
     */
    void sent(int spikes, long eventMicros);
}
