package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.api.request.CommandRequestReader;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.Console;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.cli.topic.StopSignal;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader.Start;
import dev.hebb.command.Command;
import dev.hebb.control.CommandRequest;
import dev.hebb.control.CommandSender;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a command with the app, if there is one, sends it to Kafka, and prints the result. */
final class CommandSubmission {
    private final String network;
    private final ConnectionOptions cluster;
    private final Console console;
    private @Nullable CommandedNetwork commanded;
    private String whyNoApp = "";

    CommandSubmission(String network, ConnectionOptions cluster, Console console) {
        this.network = network;
        this.cluster = cluster;
        this.console = console;
    }

    /**
     * Sends a command.
     *
     * @param fields as over HTTP
     * @param timeout how long to wait for an answer; zero: not at all
     * @param insist whether no answer within this time is a failure
     * @throws CliException if the command is refused
     */
    void send(ObjectNode fields, Duration timeout, boolean insist) {
        // A wrong command is named whether or not there is a cluster.
        CommandRequestReader.read(network, fields, () -> Long.MIN_VALUE, "");
        Connection connection = cluster.connection();
        CommandRequest request = request(fields);
        Optional<NetworkEvent> answer;
        try (CommandSender sender = new CommandSender(connection, connection.registry())) {
            answer = timeout.isZero() ? unanswered(request, sender) : answered(request, sender, connection, timeout);
        }
        if (answer.isPresent()) {
            report(request, answer.get());
            return;
        }
        say(
                request.command() instanceof Command.Forget
                        ? "not answered yet; 'hebb watch network --network " + network + "' shows when it is applied"
                        : "it takes effect when event time reaches " + CommandDescription.time(request.fromMicros())
                                + "; 'hebb watch network --network " + network + "' shows when");
        if (insist) {
            throw new CliException("sent, but neither applied nor refused within --wait-timeout");
        }
    }

    private CommandRequest request(ObjectNode fields) {
        askApp();
        CommandRequest request = CommandRequestReader.read(network, fields, this::nowMicros, "");
        if (commanded == null) {
            console.err().println("hebb: not checked whether it can take effect: no app answered");
        } else {
            commanded.check(request, fields);
        }
        return request;
    }

    private void askApp() {
        try {
            commanded = new CommandedNetwork(network, cluster.app());
        } catch (CliException e) {
            whyNoApp = String.valueOf(e.getMessage());
        }
    }

    private long nowMicros() {
        if (commanded == null) {
            throw new CliException("'now' is unknown, give --from: " + whyNoApp);
        }
        return commanded.nowMicros();
    }

    private Optional<NetworkEvent> unanswered(CommandRequest request, CommandSender sender) {
        sender.send(request);
        CommandDescription.sent(request).forEach(this::say);
        return Optional.empty();
    }

    private Optional<NetworkEvent> answered(
            CommandRequest request, CommandSender sender, Connection connection, Duration timeout) {
        try (StopSignal stop = StopSignal.onInterrupt()) {
            CommandReply answer = new CommandReply(request.id(), () -> unanswered(request, sender), timeout, stop);
            new CommittedTopic<NetworkEvent>(
                            connection,
                            connection.topics().networkEvents(),
                            NetworkEvent.getClassSchema(),
                            console.err())
                    .follow(Start.END, answer, stop);
            return answer.event();
        }
    }

    private void report(CommandRequest request, NetworkEvent answer) {
        if (answer.getKind() == NetworkEventKind.COMMAND_REFUSED) {
            throw new CliException("the pipeline refused it: " + answer.getDetail());
        }
        if (request.command() instanceof Command.Forget) {
            say("applied: the network is forgotten");
            return;
        }
        String stage = answer.getStage().isEmpty() ? "" : ", in stage " + answer.getStage();
        say("applied: it holds from window " + answer.getWindow() + " on" + stage);
    }

    private void say(String line) {
        console.out().println(line);
        console.out().flush();
    }
}
