package dev.hebb.cli.topic;

import dev.hebb.cli.support.CliException;
import dev.hebb.client.Connection;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkWindow;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The networks that have results, by the topics of windows and events. */
public final class ReportedNetworks {
    private static final int NAMED = 5;

    private ReportedNetworks() {}

    /**
     * Requires that a network has results.
     *
     * @throws CliException if it has none, with the names of those that have
     */
    public static void require(Connection connection, String network) {
        SortedSet<String> known = new TreeSet<>();
        new CommittedTopic<NetworkWindow>(
                        connection, connection.topics().networkWindows(), NetworkWindow.getClassSchema())
                .readToEnd((key, window) -> {
                    if (window != null) {
                        known.add(window.getNetwork());
                    }
                });
        if (known.contains(network)) {
            return;
        }
        new CommittedTopic<NetworkEvent>(connection, connection.topics().networkEvents(), NetworkEvent.getClassSchema())
                .readToEnd((key, event) -> {
                    if (event != null) {
                        known.add(event.getNetwork());
                    }
                });
        if (!known.contains(network)) {
            List<String> first = known.stream().limit(NAMED).toList();
            throw new CliException("there is no network '" + network + "', or it has closed no window; "
                    + (known.isEmpty()
                            ? "no network has"
                            : "there are: " + String.join(", ", first)
                                    + (known.size() > NAMED ? " and " + (known.size() - NAMED) + " more" : "")));
        }
    }
}
