package dev.hebb.dispatch;

import dev.hebb.command.Command;
import dev.hebb.schema.ControlEvent;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;

/**
 * A command to one network, ready to be sent.
 *
 * @param id its name, which network-events answer with
 * @param fromMicros event time from which it holds
 * @param untilMicros event time until which it holds, exclusive; {@link Command#FOREVER} if nobody said
 * @param command as on the topic {@code control}
 * @param words the command in words, with its numbers
 * @param sentBy who sends it
 * @param sentAtMicros wall clock, microseconds since the Unix epoch
 */
public record Order(
        String id,
        String network,
        long fromMicros,
        long untilMicros,
        SpecificRecord command,
        String words,
        String sentBy,
        long sentAtMicros) {
    public Order {
        if (untilMicros <= fromMicros) {
            throw new IllegalArgumentException("the command would end at " + untilMicros
                    + " µs, not after it begins at " + fromMicros + " µs; give a later end, or an earlier start");
        }
    }

    /** An order of a command, sent now. */
    public static Order of(String network, long fromMicros, Command command, String sentBy) {
        return new Order(
                UUID.randomUUID().toString(),
                network,
                fromMicros,
                command.untilMicros(),
                AvroCommands.of(command),
                command.words(),
                sentBy,
                TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()));
    }

    /** Whether somebody said when it ends. */
    public boolean ends() {
        return untilMicros != Command.FOREVER;
    }

    /** The record of the topic {@code control}; its key is the network. */
    public ControlEvent event() {
        return new ControlEvent(network, fromMicros, command, id, sentBy, sentAtMicros);
    }
}
