package dev.hebb.evidence;

/**
 * An ordered pair of neurons, which are numbered in order of first spike.
 *
 * @param pre slot of the first
 * @param post slot of the second
 */
public record SlotPair(int pre, int post) {}
