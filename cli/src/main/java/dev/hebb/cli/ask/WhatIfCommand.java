package dev.hebb.cli.ask;

import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.ask.ConnectomeDifference.Kind;
import dev.hebb.cli.ask.ConnectomeDifference.Line;
import dev.hebb.cli.support.AppClient;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ClusterCommand;
import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.NetworkOption;
import dev.hebb.cli.support.NumberText;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb what-if}: learns the spikes that Kafka still has under other settings, and compares. */
@Command(
        name = "what-if",
        description = "Learn a network again with other settings, from the spikes in Kafka, and show what differs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "This process learns the spikes twice: with the settings of the app, and with yours. It changes",
            "neither the app nor its topics. Both runs begin with the oldest spikes that Kafka still has, by",
            "default those of the last 7 days.",
            "",
            "  hebb what-if --network dish --set evidence.alpha=0.05",
            "  hebb what-if --network dish --set rule=stdp --csv"
        })
public final class WhatIfCommand extends ClusterCommand implements Runnable {
    private static final String CSV_HEADER =
            "pre,post,difference,state_before,state_after,weight_before,weight_after,lag_us_before,lag_us_after";
    /** One shard learns what many learn, and windowed counts are not needed here. */
    private static final Map<String, String> IN_PROCESS = Map.of("hebb.shards", "1", "hebb.co-firing.publish", "never");

    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            required = true,
            description = "A setting, for instance evidence.alpha=0.05. May be repeated.")
    private Map<String, String> changes = Map.of();

    @Option(names = "--csv", description = CSV_HEADER)
    private boolean csv;

    @Override
    public void run() {
        Map<String, String> settings = settings();
        Relearning before = new Relearning(network.get(), config(settings, Map.of()));
        Relearning after = new Relearning(network.get(), config(settings, changes));
        new WhatIf(cluster().connection(), network.get()).learn(List.of(before, after));
        List<SynapseView> then = before.synapses();
        List<SynapseView> now = after.synapses();
        ConnectomeDifference difference = ConnectomeDifference.between(then, now);
        if (csv) {
            printCsv(difference);
        } else {
            print(difference, then.size(), now.size());
        }
        console().out().flush();
    }

    /** Settings of the app; if there is none, of the properties file. A wrong one of the user's is named at once. */
    private Map<String, String> settings() {
        Optional<AppClient> app = cluster().knownApp();
        if (app.isEmpty()) {
            Map<String, String> ofFile = cluster().properties();
            config(ofFile, changes);
            console().err().println("hebb: no app runs or is named; compared with the settings of the properties file");
            return ofFile;
        }
        try {
            return ofApp(app.get());
        } catch (CliException noneAnswers) {
            config(Map.of(), changes);
            throw noneAnswers;
        }
    }

    private static Map<String, String> ofApp(AppClient app) {
        Map<String, String> settings = new HashMap<>();
        app.json("/v1/config")
                .path("settings")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        return settings;
    }

    private static HebbConfig config(Map<String, String> settings, Map<String, String> changes) {
        Map<String, String> named = new HashMap<>();
        changes.forEach(
                (name, value) -> named.put(name.startsWith(Settings.PREFIX) ? name : Settings.PREFIX + name, value));
        IN_PROCESS.forEach(named::put);
        try {
            return ConfigReader.read(Settings.of(settings, Map.of(), named));
        } catch (IllegalArgumentException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }

    private void print(ConnectomeDifference difference, int before, int after) {
        PrintWriter out = console().out();
        out.println("synapses: " + before + " before, " + after + " after; " + difference.count(Kind.ADDED) + " added, "
                + difference.count(Kind.LOST) + " lost, " + difference.count(Kind.CHANGED) + " changed, "
                + difference.equal() + " equal");
        if (difference.lines().isEmpty()) {
            return;
        }
        Columns columns = new Columns()
                .right("PRE", 8)
                .right("POST", 8)
                .left("CHANGE", 8)
                .left("BEFORE", 8)
                .right("WEIGHT", 6)
                .left("AFTER", 8)
                .right("WEIGHT", 6);
        out.println(columns.header());
        for (Line line : difference.lines()) {
            out.println(columns.line(
                    line.either().pre(),
                    line.either().post(),
                    line.kind().name(),
                    state(line.before()),
                    weight(line.before()),
                    state(line.after()),
                    weight(line.after())));
        }
    }

    private static String state(@Nullable SynapseView synapse) {
        return synapse == null ? "" : synapse.state();
    }

    private static String weight(@Nullable SynapseView synapse) {
        return synapse == null ? "" : NumberText.fixed(synapse.weight(), 3);
    }

    private void printCsv(ConnectomeDifference difference) {
        PrintWriter out = console().out();
        out.print(CSV_HEADER + '\n');
        for (Line line : difference.lines()) {
            SynapseView before = line.before();
            SynapseView after = line.after();
            out.print(String.join(
                            ",",
                            Integer.toString(line.either().pre()),
                            Integer.toString(line.either().post()),
                            line.kind().name(),
                            state(before),
                            state(after),
                            before == null ? "" : Double.toString(before.weight()),
                            after == null ? "" : Double.toString(after.weight()),
                            before == null ? "" : Integer.toString(before.lagMicros()),
                            after == null ? "" : Integer.toString(after.lagMicros()))
                    + '\n');
        }
    }
}
