package dev.hebb.client;

/**
 * A topic that is not as planned.
 *
 * @param topic its name
 * @param what what is different, and what was planned: the rest of a sentence that begins with the name
 * @param vital whether the pipeline cannot work, or would lose results; else it is an operator's choice
 */
public record TopicDifference(String topic, String what, boolean vital) {
    static TopicDifference vital(String topic, String what) {
        return new TopicDifference(topic, what, true);
    }

    static TopicDifference choice(String topic, String what) {
        return new TopicDifference(topic, what, false);
    }

    @Override
    public String toString() {
        return "topic " + topic + " " + what;
    }
}
