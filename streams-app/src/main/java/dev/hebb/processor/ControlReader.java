package dev.hebb.processor;

import dev.hebb.client.NetworkName;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRecords;
import dev.hebb.framing.FramerChange;
import dev.hebb.framing.FramingOutput;
import dev.hebb.framing.NetworkFramer;
import dev.hebb.framing.RejectReason;
import dev.hebb.schema.ControlEvent;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reader of control events, which applies them to a framer. Not thread-safe. */
final class ControlReader {
    private final AvroDecoder<ControlEvent> decoder;

    ControlReader(SchemaLookup schemas) {
        decoder = new AvroDecoder<>(schemas, ControlEvent.getClassSchema());
    }

    /**
     * A control event that was read.
     *
     * @param event all of it
     * @param command what it asks for; null if that makes no sense
     * @param flaw why it makes no sense; empty if it does
     */
    record Control(ControlEvent event, @Nullable TimedCommand command, String flaw) {
        private static Control of(ControlEvent event) {
            try {
                return new Control(event, CommandRecords.timed(event), "");
            } catch (IllegalArgumentException e) {
                return new Control(event, null, String.valueOf(e.getMessage()));
            }
        }

        /** Name of the network that it is for. */
        String network() {
            return event.getNetwork();
        }

        /** Gives it to the framer, which may refuse it. */
        FramerChange apply(NetworkFramer framer, FramingOutput out) {
            return command == null ? FramerChange.refused(flaw) : framer.command(command, out);
        }

        /** Returns whether framing itself applies it; the others are for the shards. */
        boolean isForFraming() {
            return command != null && command.command().isForFraming();
        }
    }

    /**
     * The control event in a value.
     *
     * @throws MalformedValueException if the value is none
     */
    Control read(byte @Nullable [] value) throws MalformedValueException {
        if (value == null) {
            throw new MalformedValueException(
                    RejectReason.NOT_WIRE_FORMAT, "the record has no value; a command cannot be deleted");
        }
        ControlEvent event = decoder.decode(value);
        Optional<RejectReason> flaw = NetworkName.flaw(event.getNetwork());
        if (flaw.isPresent()) {
            throw new MalformedValueException(flaw.get(), NetworkName.rule());
        }
        return Control.of(event);
    }
}
