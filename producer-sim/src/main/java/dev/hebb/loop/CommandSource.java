package dev.hebb.loop;

import dev.hebb.command.TimedCommand;
import java.util.List;

/** Source of the commands to a network; the tissue applies those that concern it. */
@FunctionalInterface
public interface CommandSource {
    /** No commands. */
    CommandSource NONE = List::of;

    /** The commands that came since the last call, in order; does not wait for more. */
    List<TimedCommand> poll();
}
