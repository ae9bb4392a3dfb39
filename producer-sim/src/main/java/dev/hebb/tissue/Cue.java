package dev.hebb.tissue;

/**
 * A cue that was given.
 *
 * @param route name of the route
 * @param atMicros event time
 */
public record Cue(String route, long atMicros) {}
