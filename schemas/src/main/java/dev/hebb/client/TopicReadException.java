package dev.hebb.client;

import org.apache.kafka.common.KafkaException;

/** A topic cannot be read; the message names it, and says why. */
public final class TopicReadException extends KafkaException {
    private static final long serialVersionUID = 1L;

    public TopicReadException(String message) {
        super(message);
    }

    public TopicReadException(String message, Throwable cause) {
        super(message, cause);
    }
}
