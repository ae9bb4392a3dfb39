package dev.hebb.cli.export;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.Console;
import dev.hebb.cli.support.NetworkOption;
import dev.hebb.cli.support.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb export}: writes the connectome of a network, as of its last closed window. */
@Command(
        name = "export",
        description = "Writes the connectome of a network, as of its last closed window, for other programs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "graphml and csv have all fields, dormant synapses too. edgelist has a line 'pre post weight'",
            "for each. Times and lags are microseconds of event time. parquet and nwb are refused, with",
            "a line of Python that converts the csv."
        })
public final class ExportCommand implements Runnable {
    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "graphml, csv, edgelist, parquet or nwb.")
    private ExportFormat format = ExportFormat.CSV;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write. Default: standard output.")
    private @Nullable Path file;

    @Mixin
    private final ConnectionOptions cluster = new ConnectionOptions();

    @Mixin
    private final Console console = new Console();

    @Override
    public void run() {
        StringWriter text = new StringWriter();
        try {
            format.write(network.get(), cluster.app().synapses(network.get()), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no such errors
        }
        Path named = file;
        if (named == null) {
            print(text);
        } else {
            OutputFile.write("--out", named, path -> Files.writeString(path, text.toString()));
        }
    }

    private void print(StringWriter text) {
        PrintWriter out = console.out();
        out.print(text);
        if (out.checkError()) {
            throw new CliException("standard output cannot be written: is the disk full? Name a file with --out");
        }
    }
}
