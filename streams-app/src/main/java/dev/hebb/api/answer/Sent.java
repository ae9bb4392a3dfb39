package dev.hebb.api.answer;

import dev.hebb.command.Command;
import dev.hebb.control.CommandRequest;
import org.jspecify.annotations.Nullable;

/**
 * A command that Kafka has acknowledged, and that has not taken effect yet.
 *
 * @param id its name; the audit answers with it
 * @param effectiveFromMicros event time from which it will hold, in microseconds
 * @param untilMicros null: until another command
 * @param command in words
 */
public record Sent(
        String id,
        String network,
        long effectiveFromMicros,
        @Nullable Long untilMicros,
        String command,
        String sentBy,
        long sentAtMicros) {
    /** Returns the answer to a request that was sent. */
    public static Sent of(CommandRequest request) {
        long until = request.command().untilMicros();
        return new Sent(
                request.id(),
                request.network(),
                request.fromMicros(),
                until == Command.FOREVER ? null : until,
                request.command().words(),
                request.timed().sentBy(),
                request.timed().sentAtMicros());
    }
}
