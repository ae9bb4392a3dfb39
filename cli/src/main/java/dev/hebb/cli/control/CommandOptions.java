package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.Console;
import dev.hebb.cli.support.NetworkOption;
import dev.hebb.client.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command to a network, network, sender and how long to wait; use as {@code @Mixin}. */
final class CommandOptions {
    /** Default time to wait for an answer: long enough for a running app to refuse a command on arrival. */
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /** Time that stands for no time-out: longer than any process runs, and still a number of nanoseconds. */
    private static final Duration NO_TIMEOUT = Duration.ofDays(36_500);

    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Name of the sender, for the audit. Default: ${DEFAULT-VALUE}.")
    private String by = "";

    @Option(
            names = "--wait",
            description = "Wait until it is applied, and fail if it is not. Default: wait 5s for a refusal.")
    private boolean wait;

    @Option(names = "--wait-timeout", paramLabel = "TIME", description = "Give up waiting after this time.")
    private @Nullable String waitTimeout;

    @Option(names = "--no-wait", description = "Send it, and do not wait for an answer.")
    private boolean noWait;

    @Mixin
    private final ConnectionOptions cluster = new ConnectionOptions();

    @Mixin
    private final Console console = new Console();

    /** Name of the network. */
    String network() {
        return network.get();
    }

    /**
     * Sends a command and prints the result.
     *
     * @param command its name over HTTP
     * @param parts the parts that fill in its fields
     */
    void send(String command, CommandPart... parts) {
        ObjectNode fields =
                JsonNodeFactory.instance.objectNode().put("command", command).put("by", by);
        for (CommandPart part : parts) {
            part.putInto(fields);
        }
        new CommandSubmission(network.get(), cluster, console).send(fields, timeout(), wait);
    }

    private Duration timeout() {
        if (noWait && (wait || waitTimeout != null)) {
            throw new IllegalArgumentException("--wait and --no-wait contradict each other; give one of them");
        }
        if (noWait) {
            return Duration.ZERO;
        }
        if (waitTimeout != null) {
            return Durations.parse(waitTimeout);
        }
        return wait ? NO_TIMEOUT : DEFAULT_TIMEOUT;
    }
}
