package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.cli.support.AppClient;
import dev.hebb.cli.support.CliException;
import dev.hebb.command.Command;
import dev.hebb.control.CommandRequest;
import dev.hebb.control.NetworkTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The network that a command is for, as a running app knows it. Throws {@link CliException} if no app answers. */
final class CommandedNetwork {
    private final String network;
    private final AppClient app;
    private final Optional<NetworkTime> time;

    /** Asks the app for the network's event time. */
    CommandedNetwork(String network, AppClient app) {
        this.network = network;
        this.app = app;
        this.time = askTime();
    }

    private Optional<NetworkTime> askTime() {
        for (JsonNode each : app.json("/v1/networks")) {
            if (each.path("network").asText().equals(network)) {
                return Optional.of(new NetworkTime(
                        network,
                        each.path("closedUntilMicros").asLong(),
                        each.path("watermarkMicros").asLong(),
                        app.json("/v1/config").path("windowMicros").asLong()));
            }
        }
        return Optional.empty();
    }

    /** Event time that "now" stands for. */
    long nowMicros() {
        return time.orElseThrow(() -> new CliException("network '" + network
                        + "' has closed no window yet, so that its event time is unknown; is the name right?"
                        + " If so, give --from, for instance --from 0"))
                .nowMicros();
    }

    /** Refuses what the pipeline would refuse, which may be days later. */
    void check(CommandRequest request, ObjectNode fields) {
        if (!(request.command() instanceof Command.Forget)) {
            time.ifPresent(now -> now.requireOpen(request.fromMicros()));
        }
        if (fields.has("area") && !fields.path("command").asText().equals("area")) {
            requireArea(fields.path("area").asText());
        }
    }

    private void requireArea(String area) {
        List<String> known = new ArrayList<>();
        if (time.isPresent()) {
            app.json(AppClient.ofNetwork(network, "/areas"))
                    .forEach(each -> known.add(each.path("area").asText()));
        }
        if (time.isPresent() && !known.contains(area)) {
            throw new CliException("network '" + network + "' has no area '" + area + "'; "
                    + (known.isEmpty()
                            ? "define it first: hebb control area " + area + " --network " + network
                                    + " --neuron-ids IDS"
                            : "it has " + String.join(", ", known)));
        }
    }
}
