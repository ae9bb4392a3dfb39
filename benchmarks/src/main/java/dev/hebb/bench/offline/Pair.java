package dev.hebb.bench.offline;

/** An ordered pair of neurons. */
public record Pair(int pre, int post) {}
