package dev.hebb.plasticity;

/** How a synapse's weight follows from what a window showed: a pure function, one class a rule, chosen by name. */
public interface LearningRule {
    /** The name by which configuration chooses the rule. */
    String name();

    /**
     * The change of weight over one window, before atrophy. The caller keeps the sum in [0, 1].
     *
     * @param weight the weight before, in [0, 1]
     * @param rate learning rate η times attention gain g
     * @param use what the window showed at the synapse's lag
     */
    double delta(double weight, double rate, SynapseUse use);
}
