package dev.hebb.rule;

/**
 * The two numbers that a rule remembers of a synapse from window to window. Each rule says what they are. They are kept
 * in the synapse's row.
 */
public record RuleMemory(double first, double second) {
    /** The memory of a synapse that has just formed. */
    public static final RuleMemory NONE = new RuleMemory(0, 0);
}
