package dev.hebb.cli.experiment;

import dev.hebb.cli.CliException;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.Experiments;
import dev.hebb.experiment.Size;
import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.Report;
import dev.hebb.experiment.report.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does an experiment, and says what was seen against what was expected. */
@Command(
        name = "experiment",
        description = {
            "Do an experiment on simulated tissue in the loop, over a pipeline of its own, and write a report.",
            "Without a name: list the experiments."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "  hebb experiment development",
            "  hebb experiment all --out reports",
            "  hebb experiment stress --engine"
        })
public final class ExperimentCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which; 'all' for one after the other.")
    private @Nullable String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "experiments",
            description = "Where to write page, figures and numbers. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("experiments");

    @Option(
            names = "--engine",
            description = "Without Kafka: over the pipeline's engine in this process. The same findings, sooner.")
    private boolean engine;

    @Option(names = "--small", description = "The smaller form, with fewer neurons, that the tests do.")
    private boolean small;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter to = Objects.requireNonNull(spec).commandLine().getOut();
        if (name == null) {
            list(to);
            return 0;
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
            Size size = small ? Size.SMALL : Size.FULL;
            Result result = engine ? Bench.overEngine(experiment, size) : Bench.overPipeline(experiment, size, to);
            result.expectations().forEach(expectation -> print(expectation, to));
            Path page = new Report(experiment, result).write(out);
            to.printf("%n%s Report: %s%n", result.asExpected() ? "As expected." : "Not as expected.", page);
            to.flush();
            return result.asExpected();
        } catch (IOException e) {
            throw new CliException("the experiment cannot be done: " + e.getMessage(), e);
        }
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
