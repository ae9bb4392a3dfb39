package dev.hebb.cli.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.hebb.bench.Bench;
import dev.hebb.bench.BenchPlan;
import dev.hebb.bench.BenchReport;
import dev.hebb.bench.Way;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.Console;
import dev.hebb.cli.support.OutputFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code hebb bench}: measures the kernels and the pipeline on this machine. */
@Command(
        name = "bench",
        description = "Measure on this machine how fast spike pairs are counted, and what the pipeline costs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The same spikes go through a plain loop over arrays, Hebb's kernel without",
            "Kafka, the whole of Hebb from a loaded topic to committed outputs, and a",
            "self-join in the Kafka Streams DSL. A broker and a registry are started for it,",
            "on free ports. Other work on the machine changes the numbers."
        })
public final class BenchCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Option(names = "--quick", description = "Shorter runs: about five minutes on two free cores.")
    private boolean quick;

    @Option(
            names = "--neurons",
            split = ",",
            paramLabel = "N",
            description = "Only networks of this many neurons: 100, 1000, 4000. Default: all.")
    private List<Integer> neurons = List.of();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "WAY",
            converter = WayConverter.class,
            completionCandidates = WayCandidates.class,
            description = "Measure only this: ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<Way> only = Set.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Also save the table, as a JSON array of rows.")
    private @Nullable Path out;

    /** Reads a way by its label. */
    static final class WayConverter implements ITypeConverter<Way> {
        @Override
        public Way convert(String label) {
            try {
                return Way.labelled(label);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The labels of all ways. */
    static final class WayCandidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Way.values()).map(Way::label).iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        // Kafka warns while topics and groups are new, and that would break the table up.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        BenchPlan plan = plan();
        if (out != null) {
            OutputFile.require("--out", out);
        }
        BenchReport report = new BenchReport(console.out());
        new Bench(plan, only, report).run();
        if (out != null) {
            report.save(out);
        }
        return 0;
    }

    private BenchPlan plan() {
        try {
            return (quick ? BenchPlan.quick() : BenchPlan.full()).only(neurons);
        } catch (IllegalArgumentException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }
}
