package dev.hebb.shard;

import dev.hebb.command.TimedCommand;
import org.jspecify.annotations.Nullable;

/**
 * Something that modulates how a network learns.
 *
 * @param kind what happened
 * @param atMicros event time from which it holds
 * @param window the closed window in which it first holds
 * @param stage the network's stage after it
 * @param neuron of a BORN: which; else −1
 * @param command of APPLIED and REFUSED: which; else null
 * @param detail of REFUSED: why; of STAGE_CHANGED: the stage before
 */
public record NetworkNotice(
        Kind kind,
        long atMicros,
        long window,
        String stage,
        int neuron,
        @Nullable TimedCommand command,
        String detail) {
    /** Kind of a notice. */
    public enum Kind {
        STAGE_CHANGED,
        COMMAND_APPLIED,
        COMMAND_REFUSED,
        NEURON_BORN
    }

    static NetworkNotice of(TimedCommand command, String refusal, long window, String stage) {
        Kind kind = refusal.isEmpty() ? Kind.COMMAND_APPLIED : Kind.COMMAND_REFUSED;
        return new NetworkNotice(kind, command.effectiveFromMicros(), window, stage, -1, command, refusal);
    }

    static NetworkNotice stage(String before, String now, long atMicros, long window) {
        return new NetworkNotice(Kind.STAGE_CHANGED, atMicros, window, now, -1, null, before);
    }

    static NetworkNotice born(int neuron, long atMicros, long window, String stage) {
        return new NetworkNotice(Kind.NEURON_BORN, atMicros, window, stage, neuron, null, "");
    }
}
