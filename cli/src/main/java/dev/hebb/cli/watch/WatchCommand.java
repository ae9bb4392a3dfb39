package dev.hebb.cli.watch;

import dev.hebb.cli.support.ClusterCommand;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.cli.topic.ReportedNetworks;
import dev.hebb.cli.topic.StopSignal;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader.Start;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code hebb watch}: prints the pipeline's outputs while they are committed. */
@Command(
        name = "watch",
        description = "Follow committed results: prunings, synapse events, closed windows, or commands and stages.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Times are event time: since the recording's start, or a date if the recording counts from 1970.",
            "",
            "Examples:",
            "  hebb watch pruning",
            "  hebb watch network --network dish",
            "  hebb watch synapses --network dish --from-beginning --exit-at-end --json"
        })
public final class WatchCommand extends ClusterCommand implements Runnable {
    /** The outputs that can be watched. */
    enum What {
        PRUNING,
        SYNAPSES,
        WINDOWS,
        NETWORK;

        /** The name in lower case, as users type it and messages list it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Lists the names in lower case, as they are typed; picocli's own converter uses upper case. */
    private static final class WhatConverter implements ITypeConverter<What> {
        @Override
        public What convert(String word) {
            return Arrays.stream(What.values())
                    .filter(what -> what.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + Arrays.toString(What.values()) + " but was '" + word + "'"));
        }
    }

    @Parameters(paramLabel = "WHAT", converter = WhatConverter.class, description = "One of: ${COMPLETION-CANDIDATES}.")
    private What what = What.PRUNING;

    @Option(names = "--network", paramLabel = "NAME", description = "Only this network. Default: all.")
    private @Nullable String network;

    @Option(names = "--from-beginning", description = "Show all records that the topic still has, not only new ones.")
    private boolean fromBeginning;

    @Option(names = "--exit-at-end", description = "Stop at the end that the topic had when the command started.")
    private boolean exitAtEnd;

    @Option(names = "--json", description = "One JSON object per line, as on the topic (windows: one line per shard).")
    private boolean json;

    @Override
    public void run() {
        Connection connection = cluster().connection();
        switch (what) {
            case PRUNING ->
                tail(connection.topics().pruningEvents(), PruningEvent.getClassSchema(), new PruningLines());
            case SYNAPSES ->
                tail(connection.topics().synapseEvents(), SynapseEvent.getClassSchema(), new SynapseLines());
            case WINDOWS ->
                tail(connection.topics().networkWindows(), NetworkWindow.getClassSchema(), new WindowLines());
            case NETWORK ->
                tail(connection.topics().networkEvents(), NetworkEvent.getClassSchema(), new NetworkLines());
        }
    }

    private <T extends SpecificRecord> void tail(String topic, Schema schema, Lines<T> lines) {
        try (StopSignal stop = StopSignal.onInterrupt()) {
            AtomicBoolean seen = new AtomicBoolean();
            TopicTail<T> tail = new TopicTail<>(lines, json, network, console().out(), stop, seen);
            tail.start();
            Start start = fromBeginning ? Start.BEGINNING : Start.END;
            CommittedTopic<T> committed = new CommittedTopic<>(
                    cluster().connection(), topic, schema, console().err());
            if (exitAtEnd) {
                committed.readToEnd(start, tail, stop);
            } else {
                committed.follow(start, tail, stop);
            }
            tail.finish();
            if (network != null && exitAtEnd && !seen.get() && !stop.isRaised()) {
                ReportedNetworks.require(cluster().connection(), network);
            }
        }
    }
}
