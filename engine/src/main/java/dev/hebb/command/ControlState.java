package dev.hebb.command;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * State of the commands to a network, as it is saved.
 *
 * @param areas neurons of each area by its name, ascending
 * @param inForce modulations that are in force or were until lately, in the order in which they began
 * @param dead neurons, ascending
 * @param stage that a command asked for; empty: the schedule holds
 * @param stageFromMicros event time since when it does
 * @param birthMicros event time at which the network's age was 0; {@link #UNBORN} before its first spike
 * @param pending commands that have not taken effect, in their order
 */
public record ControlState(
        SortedMap<String, int[]> areas,
        List<Modulation> inForce,
        int[] dead,
        String stage,
        long stageFromMicros,
        long birthMicros,
        List<TimedCommand> pending) {
    /** No spike yet, and no command that sets the age of the network. */
    public static final long UNBORN = Long.MIN_VALUE;

    /** Nothing was ever commanded. */
    public static final ControlState START =
            new ControlState(new TreeMap<>(Map.of()), List.of(), new int[0], "", 0, UNBORN, List.of());

    public ControlState {
        areas = new TreeMap<>(areas);
        inForce = List.copyOf(inForce);
        pending = List.copyOf(pending);
    }
}
