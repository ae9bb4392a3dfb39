package dev.hebb.cli.watch;

import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.EventTime;
import dev.hebb.schema.NetworkEvent;
import java.util.List;

/** One line for each command with its result, each change of stage, and each new neuron. */
final class NetworkLines implements Lines<NetworkEvent> {
    private final Columns columns = new Columns()
            .left("TIME", 16)
            .left("NETWORK", 10)
            .right("WINDOW", 7)
            .left("EVENT", 15)
            .left("STAGE", 10)
            .left("BY", 8)
            .left("WHAT", 20);

    @Override
    public String header() {
        return columns.header();
    }

    @Override
    public String network(NetworkEvent event) {
        return event.getNetwork();
    }

    @Override
    public List<String> of(NetworkEvent event) {
        return List.of(columns.line(
                EventTime.of(event.getAt()),
                event.getNetwork(),
                event.getWindow(),
                event.getKind(),
                event.getStage(),
                event.getSentBy(),
                what(event)));
    }

    private static String what(NetworkEvent event) {
        return switch (event.getKind()) {
            case COMMAND_APPLIED -> event.getCommand();
            case COMMAND_REFUSED -> event.getCommand() + ": " + event.getDetail();
            case STAGE_CHANGED ->
                event.getDetail().isEmpty() ? "the first stage" : "stage before: " + event.getDetail();
            case NEURON_BORN -> "neuron " + event.getNeuron() + " fired for the first time";
        };
    }
}
