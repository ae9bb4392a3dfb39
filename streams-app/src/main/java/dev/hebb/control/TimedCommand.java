package dev.hebb.control;

import dev.hebb.control.Command.Attention;
import dev.hebb.control.Command.Stimulation;
import dev.hebb.control.Command.Stress;

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
        long until = untilMicros(command);
        if (until <= effectiveFromMicros) {
            throw new IllegalArgumentException("it ends at " + until + " µs, not after it takes effect at "
                    + effectiveFromMicros + " µs; send a later end");
        }
    }

    /** The same with a place in the order. */
    public TimedCommand numbered(long place) {
        return new TimedCommand(effectiveFromMicros, place, command, id, sentBy, sentAtMicros);
    }

    private static long untilMicros(Command command) {
        if (command instanceof Attention attention) {
            return attention.untilMicros();
        } else if (command instanceof Stress stress) {
            return stress.untilMicros();
        } else if (command instanceof Stimulation stimulation) {
            return stimulation.untilMicros();
        }
        return Command.FOREVER;
    }

    @Override
    public int compareTo(TimedCommand other) {
        int order = Long.compare(effectiveFromMicros, other.effectiveFromMicros);
        return order != 0 ? order : Long.compare(number, other.number);
    }
}
