package dev.hebb.rule;

/**
 * A rule by which a synapse's weight follows from what a window showed: one class a rule, chosen by name. The result
 * depends on the arguments alone, and is returned: the caller stores it. A rule may own scratch memory, and is not for
 * use by two threads at once.
 */
public interface LearningRule {
    /** The name by which configuration chooses the rule. */
    String name();

    /**
     * Learns from one window. The caller keeps the weight in [0, 1].
     *
     * @param weight the weight before, in [0, 1]
     * @param rate learning rate η times attention gain g; 0 where nothing is learned, and only the memory changes
     * @param use what the window showed of the pair
     * @param memory what the rule remembers of this synapse
     */
    WeightChange learn(double weight, double rate, SynapseUse use, RuleMemory memory);
}
