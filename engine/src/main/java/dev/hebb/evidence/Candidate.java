package dev.hebb.evidence;

/** A neuron with a significant peak onto the dendrite, and the excess of its whole correlogram [2K]. */
public record Candidate(int index, Evidence evidence, double[] excess) {}
