package dev.hebb.command;

/**
 * A command, when it takes effect, and whose it is.
 *
 * @param effectiveFromMicros event time
 * @param number among the commands of the network, in the order in which they were received: where two take effect at
 *     one time, the later one prevails
 * @param command what is wanted
 * @param id name of the command, given by the sender; empty if not
 * @param sentBy who sent it; empty if not said
 * @param sentAtMicros wall clock of the sender since the Unix epoch; 0 if not said
 */
public record TimedCommand(
        long effectiveFromMicros, long number, Command command, String id, String sentBy, long sentAtMicros)
        implements Comparable<TimedCommand> {
    public TimedCommand {
        long until = command.untilMicros();
        if (until <= effectiveFromMicros) {
            throw new IllegalArgumentException("it ends at " + until + " µs, not after it takes effect at "
                    + effectiveFromMicros + " µs; send a later end");
        }
    }

    /** Returns the same command with a place in the order. */
    public TimedCommand numbered(long place) {
        return new TimedCommand(effectiveFromMicros, place, command, id, sentBy, sentAtMicros);
    }

    @Override
    public int compareTo(TimedCommand other) {
        int order = Long.compare(effectiveFromMicros, other.effectiveFromMicros);
        return order != 0 ? order : Long.compare(number, other.number);
    }
}
