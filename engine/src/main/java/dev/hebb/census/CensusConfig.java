package dev.hebb.census;

/**
 * Configuration of the census.
 *
 * @param shards how many shards report on each window
 */
public record CensusConfig(int shards) {}
