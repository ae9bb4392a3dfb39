package dev.hebb.tissue;

import dev.hebb.check.Check;
import java.util.List;

/**
 * A pattern to be wired: groups of excitatory neurons that fire one after another, each neuron with a synapse onto
 * every neuron of the next group. A route leads through the areas in their order.
 *
 * @param name not blank
 * @param length groups
 * @param width neurons of a group
 * @param drive strength with which a whole group drives each neuron of the next one while no synapse was strengthened:
 *     1 just makes a resting cell fire
 * @param readiness input, in the same units, that each later neuron gets with a cue at the time at which it may fire:
 *     context that brings it closer to threshold, and alone does not make it fire
 * @param groups the neurons, if they are given; empty: they are drawn
 */
public record RoutePlan(String name, int length, int width, double drive, double readiness, List<int[]> groups) {
    public RoutePlan {
        groups = List.copyOf(groups);
        Check.that(
                groups.isEmpty() || groups.size() == length,
                "route '%s' has %d groups of given neurons and a length of %d",
                name,
                groups.size(),
                length);
        Check.named("a route", name);
        Check.that(length >= 2 && length <= 1000, "route '%s' needs 2 to 1000 groups, not %d", name, length);
        Check.that(width >= 1 && width <= 1000, "a group of route '%s' needs 1 to 1000 neurons, not %d", name, width);
        Check.that(drive >= 0 && drive <= 10, "the drive of route '%s' must be 0 to 10, not %s", name, drive);
        Check.that(
                readiness >= 0 && readiness <= 10,
                "the readiness of route '%s' must be 0 to 10, not %s",
                name,
                readiness);
    }

    /** A route through neurons that are drawn, none of which is in another such route. */
    public RoutePlan(String name, int length, int width, double drive) {
        this(name, length, width, drive, 0, List.of());
    }

    /** A route through given neurons, which may be in other routes too. */
    public static RoutePlan through(String name, double drive, double readiness, List<int[]> groups) {
        return new RoutePlan(name, groups.size(), groups.get(0).length, drive, readiness, groups);
    }
}
