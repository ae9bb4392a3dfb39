package dev.hebb.loop;

import java.util.List;

/** Where commands to the tissue come from. */
@FunctionalInterface
public interface CommandSource {
    /** No commands. */
    CommandSource NONE = List::of;

    /** The commands that came since the last call, in order; does not wait for more. */
    List<TissueCommand.Timed> poll();
}
