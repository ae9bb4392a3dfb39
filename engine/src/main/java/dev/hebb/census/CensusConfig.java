package dev.hebb.census;

/**
 * What the census counts on.
 *
 * @param shards how many shards report on each window
 */
public record CensusConfig(int shards) {}
