package dev.hebb.replay.format;

/**
 * Positions of neuron and time in a line of text.
 *
 * @param delimiter one character; a space stands for any number of spaces and tabs
 * @param count how many columns the first line has; a line with more is not of this table
 * @param neuron index from 0
 * @param time index from 0
 */
record TextColumns(char delimiter, int count, int neuron, int time) {}
