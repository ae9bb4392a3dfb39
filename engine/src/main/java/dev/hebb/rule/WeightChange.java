package dev.hebb.rule;

/**
 * Result of a rule for one window of one synapse.
 *
 * @param delta the change of weight, before atrophy
 * @param memory what the rule remembers of the synapse from now on
 */
public record WeightChange(double delta, RuleMemory memory) {}
