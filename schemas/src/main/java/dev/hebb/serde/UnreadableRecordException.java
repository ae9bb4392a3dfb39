package dev.hebb.serde;

import org.apache.kafka.common.KafkaException;

/** A record of a topic cannot be decoded; the message names topic, partition and offset, and says why. */
public final class UnreadableRecordException extends KafkaException {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final MalformedValueException why;

    UnreadableRecordException(String where, MalformedValueException why) {
        super(where + " cannot be read: " + why.getMessage(), why);
        this.where = where;
        this.why = why;
    }

    /** Topic, partition and offset in words. */
    public String where() {
        return where;
    }

    /** Returns what is wrong with the value. */
    public MalformedValueException why() {
        return why;
    }
}
