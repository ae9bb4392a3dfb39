package dev.hebb.rule;

/**
 * How a synapse's weight follows from what a window showed: one class a rule, chosen by name. The change depends on the
 * arguments alone; a rule may own scratch memory, and is not for use by two threads at once.
 */
public interface LearningRule {
    /** The name by which configuration chooses the rule. */
    String name();

    /**
     * The change of weight over one window, before atrophy. The caller keeps the sum in [0, 1].
     *
     * @param weight the weight before, in [0, 1]
     * @param rate learning rate η times attention gain g; 0 where nothing is learned, and only the memory goes on
     * @param use what the window showed of the pair
     * @param memory what the rule remembers of this synapse; holds its new memory afterwards
     */
    double delta(double weight, double rate, SynapseUse use, RuleMemory memory);
}
