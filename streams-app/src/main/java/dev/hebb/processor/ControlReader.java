package dev.hebb.processor;

import dev.hebb.client.NetworkName;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRecords;
import dev.hebb.framing.FramingOutput;
import dev.hebb.framing.NetworkFramer;
import dev.hebb.framing.RejectReason;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Gap;
import dev.hebb.schema.NewEpoch;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads control events, and says what they mean to a framer. Not thread-safe. */
final class ControlReader {
    private final AvroDecoder<ControlEvent> decoder;

    ControlReader(SchemaLookup schemas) {
        decoder = new AvroDecoder<>(schemas, ControlEvent.getClassSchema());
    }

    /**
     * A command to one network.
     *
     * @param network which
     * @param event all of it
     */
    record Command(String network, ControlEvent event) {
        /** Tells the framer. Returns why it can have no effect, if so. */
        Optional<String> apply(NetworkFramer framer, FramingOutput out) {
            if (event.getCommand() instanceof Gap gap) {
                return gap(gap, framer, out);
            } else if (event.getCommand() instanceof NewEpoch epoch) {
                return framer.newEpoch(epoch.getShiftMicros());
            }
            return command(framer, out);
        }

        /** Whether framing itself obeys; the others are for the shards. */
        boolean isForFraming() {
            return event.getCommand() instanceof Gap || event.getCommand() instanceof NewEpoch;
        }

        private Optional<String> command(NetworkFramer framer, FramingOutput out) {
            try {
                TimedCommand command = CommandRecords.of(event);
                return command == null
                        ? Optional.of("this version does not know the command")
                        : framer.command(command, out);
            } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }

        private static Optional<String> gap(Gap gap, NetworkFramer framer, FramingOutput out) {
            if (gap.getTo() <= gap.getFrom()) {
                return Optional.of("the gap ends at " + gap.getTo() + " µs, not after it begins at " + gap.getFrom()
                        + " µs; send from and to in this order");
            }
            return framer.gap(new dev.hebb.framing.Gap(gap.getFrom(), gap.getTo()), out);
        }
    }

    /**
     * The command in a value.
     *
     * @throws MalformedValueException if it is none
     */
    Command read(byte @Nullable [] value) throws MalformedValueException {
        if (value == null) {
            throw new MalformedValueException(
                    RejectReason.NOT_WIRE_FORMAT, "the record has no value; a command cannot be deleted");
        }
        ControlEvent event = decoder.decode(value);
        Optional<RejectReason> flaw = NetworkName.flaw(event.getNetwork());
        if (flaw.isPresent()) {
            throw new MalformedValueException(flaw.get(), NetworkName.rule());
        }
        return new Command(event.getNetwork(), event);
    }
}
