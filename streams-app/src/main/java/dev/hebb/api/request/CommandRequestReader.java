package dev.hebb.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.check.Check;
import dev.hebb.client.NetworkName;
import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.control.CommandRequest;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A reader of a {@link CommandRequest} in JSON: the body of a request over HTTP, or the options of the command line,
 * which have the same names.
 *
 * <p>Every command has {@code command}, {@code from} (microseconds, or {@code "now"}, which is the default) and
 * {@code by}; attention, stress and stimulation may end with {@code until} or after {@code for}, both in microseconds.
 */
public final class CommandRequestReader {
    private static final List<String> NAMES =
            List.of("area", "attention", "stress", "calm", "lesion", "stimulation", "stage", "gap", "forget");

    private final String network;
    private final CommandFields fields;
    private final LongSupplier nowMicros;

    private CommandRequestReader(String network, JsonNode fields, LongSupplier nowMicros) {
        this.network = network;
        this.fields = new CommandFields(fields);
        this.nowMicros = nowMicros;
    }

    /** Names of all commands. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads a command, and gives it a name and the time of this clock.
     *
     * @param nowMicros the network's event time from which a command can hold; asked only if {@code from} does not say
     * @param by who sends it, if the field does not say
     * @throws IllegalArgumentException naming what is missing or wrong
     */
    public static CommandRequest read(String network, JsonNode fields, LongSupplier nowMicros, String by) {
        if (NetworkName.flaw(network).isPresent()) {
            throw new IllegalArgumentException(NetworkName.rule());
        }
        return new CommandRequestReader(network, fields, nowMicros).request(by);
    }

    private CommandRequest request(String defaultBy) {
        String name = fields.text("command");
        String by = Objects.requireNonNullElse(fields.textOr("by", null), defaultBy);
        if (name.equals("gap")) {
            return gap(by);
        }
        if (name.equals("forget")) {
            return forget(by);
        }
        // A wrong command is refused before the network is asked for its time, which may fail.
        Command timeless = command(name, Command.FOREVER);
        OptionalLong until = hasEnd(name) ? fields.micros("until") : OptionalLong.empty();
        OptionalLong length = hasEnd(name) ? fields.micros("for") : OptionalLong.empty();
        if (until.isPresent() && length.isPresent()) {
            throw new IllegalArgumentException("'until' and 'for' both say when it ends; give one of them");
        }
        OptionalLong said = fields.says("from", "now") ? OptionalLong.empty() : fields.micros("from");
        fields.refuseOthers(name);
        long from = said.orElseGet(nowMicros);
        long end = length.isPresent() ? from + length.getAsLong() : until.orElse(Command.FOREVER);
        Command command = end == Command.FOREVER ? timeless : command(name, end);
        Check.period("the command", from, end);
        return CommandRequest.of(network, from, command, by);
    }

    private Command command(String name, long untilMicros) {
        return switch (name) {
            case "area" -> new Command.DefineArea(fields.text("area"), fields.neurons("neurons"));
            case "attention" -> new Command.Attention(target(), fields.number("gain"), untilMicros);
            case "stress" -> new Command.Stress(fields.number("level"), untilMicros);
            case "calm" -> new Command.Stress(0, Command.FOREVER);
            case "lesion" -> new Command.Lesion(target());
            case "stimulation" -> new Command.Stimulation(target(), fields.number("gain"), untilMicros);
            case "stage" -> stage();
            default ->
                throw new IllegalArgumentException(
                        "there is no command '" + name + "'; there are " + String.join(", ", NAMES));
        };
    }

    private static boolean hasEnd(String name) {
        return name.equals("attention") || name.equals("stress") || name.equals("stimulation");
    }

    private Target target() {
        String area = Objects.requireNonNullElse(fields.textOr("area", null), "");
        return new Target(area, fields.neurons("neurons"));
    }

    private Command stage() {
        String stage = Objects.requireNonNullElse(fields.textOr("stage", null), "");
        if (fields.flag("schedule") != stage.isBlank()) {
            throw new IllegalArgumentException(
                    "give either the name of a 'stage', or 'schedule': true, by which the network's age says the stage");
        }
        OptionalLong age = fields.micros("age");
        if (age.isPresent() && age.getAsLong() < 0) {
            throw new IllegalArgumentException("'age' is " + age.getAsLong() + " µs; it must not be negative");
        }
        return new Command.Stage(stage, age.orElse(Command.Stage.AGE_AS_BEFORE));
    }

    private CommandRequest gap(String by) {
        long from = gapEdge("from");
        long to = gapEdge("to");
        fields.refuseOthers("gap");
        return CommandRequest.of(network, from, new Command.Gap(from, to), by);
    }

    /** Cannot be undone, so a command that was typed by mistake must not be enough. */
    private CommandRequest forget(String by) {
        if (!fields.text("confirm").equals(network)) {
            throw new IllegalArgumentException(
                    "'confirm' must be the name of the network, '" + network + "': what is forgotten is lost");
        }
        fields.refuseOthers("forget");
        return CommandRequest.of(network, 0, new Command.Forget(), by);
    }

    private long gapEdge(String name) {
        return fields.micros(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + name + "' is missing: a gap has a beginning and an end"));
    }
}
