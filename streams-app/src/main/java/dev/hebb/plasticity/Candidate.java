package dev.hebb.plasticity;

/** A neuron with a significant peak onto the dendrite, and the excess of its whole correlogram [2K]. */
record Candidate(int index, Evidence evidence, double[] excess) {}
