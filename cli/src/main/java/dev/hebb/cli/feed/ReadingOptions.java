package dev.hebb.cli.feed;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.OutputFile;
import dev.hebb.replay.format.ClusterChoice;
import dev.hebb.replay.format.ColumnChoice;
import dev.hebb.replay.format.ReadOptions;
import dev.hebb.replay.format.UnitNames;
import dev.hebb.replay.format.UnitOfTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say about a recording what its file does not say; use as {@code @Mixin}. */
final class ReadingOptions {
    @Option(
            names = "--columns",
            paramLabel = "neuron=NAME,time=NAME",
            description = "Which columns or arrays hold neuron and time; by number from 1 as in 1,2. Two that name a"
                    + " neuron together: neuron=shank+unit, or 1+2,3; the neurons are numbered as 3/17.")
    private @Nullable String columns;

    @Option(names = "--unit", paramLabel = "UNIT", description = "What the times count: s, ms, us or samples.")
    private @Nullable String unit;

    @Option(names = "--sample-rate", paramLabel = "HZ", description = "Samples a second, if the times are samples.")
    private @Nullable BigDecimal sampleRate;

    @Option(
            names = "--variable",
            paramLabel = "NAME",
            description = "The variable of a MATLAB file, several as in 'unit*'; the population of a SONATA file; the"
                    + " segment, session or well of a file that has several, '*' for all wells of Axion.")
    private @Nullable String variable;

    @Option(
            names = "--clusters",
            paramLabel = "CHOICE",
            description = "Sorted units to take: labels as in good,mua, ids as in 3,7,9, or all. Default: good, and all"
                    + " where there are no labels.")
    private @Nullable String clusters;

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description =
                    "Keeps the numbers of neurons that have names: reads neuron,name from this file if it is there,"
                            + " and replay writes them to it.")
    private @Nullable String names;

    /** The numbers of names so far. */
    UnitNames names() throws IOException {
        return names == null ? new UnitNames() : UnitNames.read(path(names));
    }

    /** Keeps the numbers of names, if the user wants to. */
    void keep(UnitNames numbers) {
        if (names != null) {
            OutputFile.write("--names", path(names), file -> {
                numbers.write(file);
                return file;
            });
        }
    }

    ReadOptions get() {
        return new ReadOptions(
                Optional.ofNullable(columns).map(ColumnChoice::parse),
                Optional.ofNullable(unit).map(UnitOfTime::parse),
                Optional.ofNullable(sampleRate),
                Optional.ofNullable(variable),
                Optional.ofNullable(clusters).map(ClusterChoice::parse));
    }

    /** The options as they were given, each with a space before it. */
    String asWritten() {
        StringBuilder line = new StringBuilder();
        append(line, "--columns", columns);
        append(line, "--unit", unit);
        append(line, "--sample-rate", sampleRate == null ? null : sampleRate.toPlainString());
        append(line, "--variable", variable);
        append(line, "--clusters", clusters);
        append(line, "--names", names);
        return line.toString();
    }

    private static void append(StringBuilder line, String option, @Nullable String value) {
        if (value != null) {
            line.append(' ').append(option).append(' ').append(quoted(value));
        }
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./=,:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * A path that the user has typed.
     *
     * @throws CliException if this machine's locale has no such characters
     */
    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new CliException(
                    "the file name '" + name + "' has characters that the locale of this shell cannot express; set one"
                            + " that can, as in LC_ALL=C.UTF-8, and try again",
                    e);
        }
    }
}
