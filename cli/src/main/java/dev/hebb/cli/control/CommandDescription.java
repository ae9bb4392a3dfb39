package dev.hebb.cli.control;

import dev.hebb.cli.support.EventTime;
import dev.hebb.dispatch.Order;
import java.util.List;

/** The command that was sent, in words. */
final class CommandDescription {
    private CommandDescription() {}

    /** Network, sender, command, and from when until when it holds. */
    static List<String> sent(Order order) {
        String until = order.ends() ? " until " + time(order.untilMicros()) : "";
        return List.of(
                "sent to network '" + order.network() + "' by " + order.sentBy() + ": " + order.words(),
                "it holds from " + time(order.fromMicros()) + until + "; its id is " + order.id());
    }

    /** As in 00:10:00.000 (600000000 µs). */
    static String time(long micros) {
        return EventTime.of(micros) + " (" + micros + " µs)";
    }
}
