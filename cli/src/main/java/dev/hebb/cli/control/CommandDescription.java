package dev.hebb.cli.control;

import dev.hebb.cli.support.EventTime;
import dev.hebb.command.Command;
import dev.hebb.control.CommandRequest;
import java.util.List;

/** Describes a command that was sent. */
final class CommandDescription {
    private CommandDescription() {}

    /** Network, sender, command, and from when until when it holds. */
    static List<String> sent(CommandRequest request) {
        if (request.command() instanceof Command.Forget) {
            return List.of(
                    "sent to network '" + request.network() + "' by "
                            + request.timed().sentBy() + ": "
                            + request.command().words(),
                    "it takes effect when it arrives; its id is " + request.id());
        }
        long end = request.command().untilMicros();
        String until = end == Command.FOREVER ? "" : " until " + time(end);
        return List.of(
                "sent to network '" + request.network() + "' by "
                        + request.timed().sentBy() + ": " + request.command().words(),
                "it holds from " + time(request.fromMicros()) + until + "; its id is " + request.id());
    }

    /** An event time in two forms, as in 00:10:00.000 (600000000 µs). */
    static String time(long micros) {
        return EventTime.of(micros) + " (" + micros + " µs)";
    }
}
