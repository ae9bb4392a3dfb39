package dev.hebb.client;

import org.apache.kafka.common.KafkaException;

/** A topic cannot be read; the message names it, and says why. */
public final class TopicReadException extends KafkaException {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    public TopicReadException(String message) {
        super(message);
        missing = false;
    }

    private TopicReadException(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    /** The topic does not exist. */
    static TopicReadException missing(String message) {
        return new TopicReadException(message, true);
    }

    public TopicReadException(String message, Throwable cause) {
        super(message, cause);
        missing = false;
    }

    /** Returns whether the topic does not exist. */
    public boolean isMissing() {
        return missing;
    }
}
