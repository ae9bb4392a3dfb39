package dev.hebb.tissue;

/**
 * A pattern to be wired: groups of excitatory neurons that fire one after another, each neuron with a synapse onto every
 * neuron of the next group. A route leads through the areas in their order.
 *
 * @param name not blank
 * @param length groups
 * @param width neurons of a group
 * @param drive strength with which a whole group drives each neuron of the next one while no synapse was strengthened: 1
 *     just makes a resting cell fire
 */
public record RoutePlan(String name, int length, int width, double drive) {
    public RoutePlan {
        Check.that(!name.isBlank(), "a route needs a name");
        Check.that(length >= 2 && length <= 1000, "route '%s' needs 2 to 1000 groups, not %d", name, length);
        Check.that(width >= 1 && width <= 1000, "a group of route '%s' needs 1 to 1000 neurons, not %d", name, width);
        Check.that(drive >= 0 && drive <= 10, "the drive of route '%s' must be 0 to 10, not %s", name, drive);
    }
}
