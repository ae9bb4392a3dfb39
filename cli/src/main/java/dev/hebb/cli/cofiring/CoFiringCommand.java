package dev.hebb.cli.cofiring;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ClusterCommand;
import dev.hebb.cli.support.NetworkOption;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.client.Connection;
import dev.hebb.schema.CoFiring;
import dev.hebb.schema.NetworkWindow;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb co-firing}: prints the windowed counts of a network, by pair and lag. */
@Command(
        name = "co-firing",
        description =
                "Count how often each pair of neurons fired together, by lag, in all closed windows of a network.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A line window,pre,post,lag_bin,count of the CSV says: in that window, there were count spike",
            "pairs in which post fired lag_bin to lag_bin + 1 lag bins after pre. Window = floor(time of the",
            "later spike / window length). Counts that are zero are left out; lines are sorted.",
            "",
            "Reads the topics network-windows and co-firing, and checks one against the other: if a",
            "count is missing it says so and prints nothing. Large networks publish no counts unless",
            "the app is configured to ('hebb doctor' says what this one does)."
        })
public final class CoFiringCommand extends ClusterCommand implements Runnable {
    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(names = "--csv", description = "Print every count: window,pre,post,lag_bin,count. Default: a summary.")
    private boolean csv;

    /** Reads windows first, so that the counts of every window that is closed by then are there. */
    @Override
    public void run() {
        PrintWriter out = console().out();
        Connection connection = cluster().connection();
        ClosedWindows closed = new ClosedWindows(network.get());
        new CommittedTopic<NetworkWindow>(
                        connection,
                        connection.topics().networkWindows(),
                        NetworkWindow.getClassSchema(),
                        console().err())
                .readToEnd(closed);
        if (closed.pairs().isEmpty()) {
            throw new CliException("no window of a network '" + network.get()
                    + "' is closed; 'hebb networks' lists the networks, 'hebb watch windows' shows them close");
        }
        DendriteRecords dendrites = new DendriteRecords(network.get());
        new CommittedTopic<CoFiring>(
                        connection,
                        connection.topics().coFiring(),
                        CoFiring.getClassSchema(),
                        console().err())
                .readToEnd(dendrites);
        CoFiringTable table = new CoFiringTable(network.get(), closed.pairs(), dendrites);
        table.check();
        if (csv) {
            table.print(out);
        } else {
            CoFiringSummary.print(table, out);
        }
    }
}
