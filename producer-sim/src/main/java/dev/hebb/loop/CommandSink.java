package dev.hebb.loop;

import dev.hebb.command.TimedCommand;

/** Sink to which commands to a network are sent; the tissue gets them from a {@link CommandSource}. */
@FunctionalInterface
public interface CommandSink {
    /**
     * Sends a command, so that it applies from its time on: no window whose end lies after that time has been closed.
     *
     * @throws InterruptedException if interrupted while waiting until it is taken
     */
    void send(TimedCommand command) throws InterruptedException;
}
