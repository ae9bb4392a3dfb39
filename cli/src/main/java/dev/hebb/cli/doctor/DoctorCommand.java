package dev.hebb.cli.doctor;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ClusterCommand;
import dev.hebb.cli.support.NumberText;
import dev.hebb.client.Connection;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hebb doctor}: checks configuration and cluster, and estimates what networks need. */
@Command(
        name = "doctor",
        description = "Report what this configuration needs, and problems of the configuration or the cluster.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:nothing failed", " 1:something failed"},
        footer = {
            "",
            "Changes nothing. Reports the needs of all networks, or of one that --neurons and --rate",
            "describe. They are estimates for independent neurons that fire at a constant rate; bursts",
            "need more."
        })
public final class DoctorCommand extends ClusterCommand implements Callable<Integer> {
    private static final double USUAL_RATE_HZ = 5;
    private static final long USUAL_NEURONS = 100;
    private static final double USUAL_SYNAPSES = 10;
    private static final int NETWORKS_SHOWN = 5;

    @Option(names = "--neurons", paramLabel = "N", description = "Estimate the needs of a network of N neurons.")
    private @Nullable Long neurons;

    @Option(names = "--rate", paramLabel = "HZ", description = "Mean rate of a neuron, with --neurons. Default: 5.")
    private double rateHz = USUAL_RATE_HZ;

    /** A network and the resources that it needs. */
    private record NetworkNeeds(String title, Needs needs) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = console().out();
        AppFacts app = app();
        List<NetworkNeeds> cases = cases(app);
        Connection connection = cluster().namedConnection();
        double stores =
                cases.stream().mapToDouble(one -> one.needs.storeBytes()).sum();
        out.println("Cluster");
        List<CheckResult> results = new ArrayList<>(ClusterChecks.of(connection, app, stores));
        results.forEach(out::println);
        out.println();
        out.println("Configuration");
        ConfigReport.lines(app.config()).forEach(out::println);
        for (NetworkNeeds one : cases) {
            results.addAll(report(one, out));
        }
        out.flush();
        return results.stream().anyMatch(CheckResult::failed) ? 1 : 0;
    }

    private AppFacts app() throws IOException {
        try {
            return AppFacts.ask(cluster().app());
        } catch (CliException noneAnswers) {
            return AppFacts.assumed(cluster().properties(), cluster().topicNames());
        }
    }

    private List<NetworkNeeds> cases(AppFacts app) {
        if (neurons == null && !app.networks().isEmpty()) {
            return app.networks().stream()
                    .limit(NETWORKS_SHOWN)
                    .map(known -> new NetworkNeeds(
                            "network " + known.name(),
                            new Needs(app.config(), known.load(), known.synapsesPerNeuron())))
                    .toList();
        }
        try {
            NetworkLoad load = new NetworkLoad(Objects.requireNonNullElse(neurons, USUAL_NEURONS), rateHz);
            return List.of(new NetworkNeeds("a network", new Needs(app.config(), load, USUAL_SYNAPSES)));
        } catch (IllegalArgumentException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<CheckResult> report(NetworkNeeds one, PrintWriter out) {
        NetworkLoad load = one.needs.load();
        out.println();
        out.println("Needs of " + one.title + " of " + NumberText.grouped(load.neurons()) + " neurons at "
                + NumberText.fixed(load.rateHz(), 1) + " Hz");
        NeedsReport.lines(one.needs).forEach(out::println);
        List<CheckResult> problems = NeedsReport.problems(one.needs);
        problems.forEach(out::println);
        return problems;
    }
}
