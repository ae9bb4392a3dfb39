package dev.hebb.processor;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records by topic and key, in the order in which they were sent. */
final class SentRecords {
    private final TreeMap<String, List<String>> byTopicAndKey = new TreeMap<>();

    void add(String topic, String key, byte @Nullable [] value, long timestamp) {
        byTopicAndKey
                .computeIfAbsent(topic + " " + key, first -> new ArrayList<>())
                .add(timestamp + " " + (value == null ? "null" : HexFormat.of().formatHex(value)));
    }

    TreeMap<String, List<String>> byTopicAndKey() {
        return byTopicAndKey;
    }

    /** The records of all other topics. */
    SentRecords without(String topic) {
        SentRecords rest = new SentRecords();
        rest.byTopicAndKey.putAll(byTopicAndKey);
        rest.byTopicAndKey.keySet().removeIf(topicAndKey -> topicAndKey.startsWith(topic + " "));
        return rest;
    }

    /** Returns the number of records that were sent to a topic. */
    int size(String topic) {
        return byTopicAndKey.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(topic + " "))
                .mapToInt(entry -> entry.getValue().size())
                .sum();
    }
}
