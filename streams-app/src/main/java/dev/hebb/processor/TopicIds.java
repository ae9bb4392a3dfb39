package dev.hebb.processor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of topics: a topic that is deleted and made again has another one. Thread-safe. */
@FunctionalInterface
public interface TopicIds {
    /** Knows no topic, so that no task notes what it has handled. */
    TopicIds UNKNOWN = topic -> null;

    /** The topic's id; null if it is not known. */
    @Nullable UUID of(String topic);
}
