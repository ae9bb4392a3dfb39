package dev.hebb.loop;

import dev.hebb.command.TimedCommand;
import java.util.List;

/** Where the commands to a network come from; the tissue obeys those that concern it. */
@FunctionalInterface
public interface CommandSource {
    /** No commands. */
    CommandSource NONE = List::of;

    /** The commands that came since the last call, in order; does not wait for more. */
    List<TimedCommand> poll();
}
