package dev.hebb.control;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import dev.hebb.schema.ControlEvent;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A command to one network, ready to be sent.
 *
 * @param network its name
 * @param timed the command, when it takes effect, and who sends it
 */
public record CommandRequest(String network, TimedCommand timed) {
    /**
     * A command that is sent now, with an id of its own.
     *
     * @throws IllegalArgumentException if the command ends before it takes effect
     */
    public static CommandRequest of(String network, long fromMicros, Command command, String sentBy) {
        String id = UUID.randomUUID().toString();
        long now = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        return new CommandRequest(network, new TimedCommand(fromMicros, 0, command, id, sentBy, now));
    }

    /** Name of the command, which network-events answer with. */
    public String id() {
        return timed.id();
    }

    /** The command without its time. */
    public Command command() {
        return timed.command();
    }

    /** Event time from which it holds. */
    public long fromMicros() {
        return timed.effectiveFromMicros();
    }

    /** The record of the topic {@code control}; its key is the network. */
    public ControlEvent event() {
        return CommandRecords.event(network, timed);
    }
}
