package dev.hebb.cli.watch;

import dev.hebb.cli.ConnectionOptions;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.cli.topic.StopSignal;
import dev.hebb.client.Connection;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hebb watch}: what comes out, while it comes out. */
@Command(
        name = "watch",
        description = "Follows what comes out, as committed: prunings, synapse events, or closed windows.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Times are event time: since the recording's start, or a date if the recording counts from 1970.",
            "",
            "Examples:",
            "  hebb watch pruning",
            "  hebb watch synapses --network dish --from-beginning --exit-at-end --json"
        })
public final class WatchCommand implements Runnable {
    /** What can be watched. */
    enum What {
        PRUNING,
        SYNAPSES,
        WINDOWS
    }

    @Parameters(paramLabel = "WHAT", description = "One of: pruning, synapses, windows.")
    private What what = What.PRUNING;

    @Option(names = "--network", paramLabel = "NAME", description = "Only this network. Default: all.")
    private @Nullable String network;

    @Option(names = "--from-beginning", description = "Everything the topic still holds, not only what is new.")
    private boolean fromBeginning;

    @Option(names = "--exit-at-end", description = "Stop at what was the end when the command started.")
    private boolean exitAtEnd;

    @Option(names = "--json", description = "One JSON object a line, as on the topic (of windows: one for each shard).")
    private boolean json;

    @Mixin
    private ConnectionOptions cluster = new ConnectionOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        Connection connection = cluster.connection();
        switch (what) {
            case PRUNING ->
                tail(connection.topics().pruningEvents(), PruningEvent.getClassSchema(), new PruningLines());
            case SYNAPSES ->
                tail(connection.topics().synapseEvents(), SynapseEvent.getClassSchema(), new SynapseLines());
            case WINDOWS ->
                tail(connection.topics().networkWindows(), NetworkWindow.getClassSchema(), new WindowLines());
        }
    }

    private <T extends SpecificRecord> void tail(String topic, Schema schema, Lines<T> lines) {
        CommandSpec command = Objects.requireNonNull(spec);
        try (StopSignal stop = StopSignal.onInterrupt()) {
            Tail<T> tail = new Tail<>(
                    lines,
                    json,
                    network,
                    command.commandLine().getOut(),
                    command.commandLine().getErr(),
                    stop);
            tail.start();
            new CommittedTopic<T>(cluster.connection(), topic, schema).read(fromBeginning, exitAtEnd, tail, stop);
            tail.finish();
        }
    }
}
