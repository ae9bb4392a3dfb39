package dev.hebb.cli.experiment;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.Console;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.Size;
import dev.hebb.experiment.protocol.Experiments;
import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.ExpectationSummary;
import dev.hebb.experiment.report.Report;
import dev.hebb.experiment.report.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hebb experiment}: runs experiments and compares their results with what is expected. */
@Command(
        name = "experiment",
        description = {
            "Run an experiment on simulated tissue in a closed loop, on its own pipeline, and write a report.",
            "Without a name: list the experiments."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "  hebb experiment development",
            "  hebb experiment all --out reports",
            "  hebb experiment stress --engine --repeats 10"
        })
public final class ExperimentCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Mixin
    private final Console console = new Console();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Name of the experiment; 'all' runs one after the other.")
    private @Nullable String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "experiments",
            description = "Where to write page, figures and numbers. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("experiments");

    @Option(
            names = "--engine",
            description = "Use the pipeline's engine in this process, without Kafka: the same results, faster.")
    private boolean engine;

    @Option(names = "--quick", description = "Use fewer neurons, as the tests do.")
    private boolean quick;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of noise and cues. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of runs, each with the next seed. Default: ${DEFAULT-VALUE}.")
    private int repeats = 1;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter to = console.out();
        if (name == null) {
            list(to);
            return 0;
        }
        if (repeats < 1) {
            throw new CliException("--repeats must be 1 or more, not " + repeats);
        }
        boolean asExpected = true;
        for (Experiment experiment : chosen(name)) {
            asExpected &= run(experiment, to);
        }
        return asExpected ? 0 : 1;
    }

    private static List<Experiment> chosen(String name) {
        try {
            return name.equals(ALL) ? Experiments.all() : List.of(Experiments.named(name));
        } catch (IllegalArgumentException e) {
            throw new CliException(e.getMessage() + ", and '" + ALL + "'", e);
        }
    }

    private static void list(PrintWriter to) {
        to.println("Experiments, each by 'hebb experiment NAME':");
        for (Experiment experiment : Experiments.all()) {
            to.printf("%n%s%n  %s%n", experiment.name(), experiment.question());
        }
        to.flush();
    }

    private boolean run(Experiment experiment, PrintWriter to) throws InterruptedException {
        to.printf("%n%s%n%n%s%n%n", experiment.name(), experiment.question());
        to.flush();
        try {
            Files.createDirectories(out);
            List<Result> results = new ArrayList<>();
            for (int repeat = 0; repeat < repeats; repeat++) {
                results.add(run(experiment, seed + repeat, to));
            }
            Path page = new Report(experiment.description(), results).write(out);
            boolean asExpected = results.stream().allMatch(Result::asExpected);
            if (repeats > 1) {
                to.println();
                ExpectationSummary.of(results).forEach(summary -> print(summary, to));
            }
            to.printf("%n%s Report: %s%n", asExpected ? "As expected." : "Not as expected.", page);
            to.flush();
            return asExpected;
        } catch (IOException e) {
            throw new CliException(
                    "the experiment cannot be done, or its report not be written to " + out + ": " + e.getMessage(), e);
        }
    }

    private Result run(Experiment experiment, long with, PrintWriter to) throws IOException, InterruptedException {
        if (repeats > 1) {
            to.printf("Seed %d%n", with);
            to.flush();
        }
        Size size = quick ? Size.SMALL : Size.FULL;
        Result result = engine
                ? ExperimentRunner.overEngine(experiment, size, with)
                : ExperimentRunner.overPipeline(experiment, size, with, to);
        result.expectations().forEach(expectation -> print(expectation, to));
        to.flush();
        return result;
    }

    private static void print(ExpectationSummary summary, PrintWriter to) {
        to.printf(
                "  seen in %d of %d  %s: %s, %s (%s)%n",
                summary.met(), summary.runs(), summary.what(), summary.median(), summary.range(), summary.bound());
    }

    private static void print(Expectation expectation, PrintWriter to) {
        to.printf(
                "  %-8s  %s: %s (%s)%n",
                expectation.met() ? "seen" : "NOT SEEN",
                expectation.what(),
                expectation.measured(),
                expectation.bound());
    }
}
