package dev.hebb.api.answer;

import dev.hebb.schema.NetworkEvent;

/**
 * A command with its result, or a change of developmental stage.
 *
 * @param kind COMMAND_APPLIED, COMMAND_REFUSED or STAGE_CHANGED
 * @param atMicros event time from which it holds, or would have held, in microseconds
 * @param window the window in which it first holds
 * @param stage the network's stage after it; empty for a command refused on arrival
 * @param command in words; empty where there was none
 * @param sentAtMicros wall clock of the sender, microseconds since the Unix epoch; 0 if not said
 * @param detail why it was refused; of STAGE_CHANGED the stage before
 */
public record AuditEvent(
        String kind,
        long atMicros,
        long window,
        String stage,
        String command,
        String commandId,
        String sentBy,
        long sentAtMicros,
        String detail) {
    /** The event as people read it. */
    public static AuditEvent of(NetworkEvent event) {
        return new AuditEvent(
                event.getKind().name(),
                event.getAt(),
                event.getWindow(),
                event.getStage(),
                event.getCommand(),
                event.getCommandId(),
                event.getSentBy(),
                event.getSentAt(),
                event.getDetail());
    }
}
