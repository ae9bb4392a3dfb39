package dev.hebb.client;

/**
 * A topic that is not as planned.
 *
 * @param topic its name
 * @param what what is different, and what was planned: the rest of a sentence that begins with the name
 * @param weight what follows from it
 */
public record TopicDifference(String topic, String what, Weight weight) {
    /** What follows from a difference. */
    public enum Weight {
        /** Nothing: it is the operator's choice. */
        CHOICE,
        /** The pipeline works, until a certain record comes. */
        RISK,
        /** The pipeline cannot work, or would lose results. */
        VITAL
    }

    static TopicDifference vital(String topic, String what) {
        return new TopicDifference(topic, what, Weight.VITAL);
    }

    static TopicDifference choice(String topic, String what) {
        return new TopicDifference(topic, what, Weight.CHOICE);
    }

    /** Returns whether the pipeline cannot work, or would lose results. */
    public boolean vital() {
        return weight == Weight.VITAL;
    }

    @Override
    public String toString() {
        return "topic " + topic + " " + what;
    }
}
