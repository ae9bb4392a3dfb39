package dev.hebb.cli;

import dev.hebb.stack.LocalStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * A command line that was run.
 *
 * @param out lines on standard output
 * @param err standard error
 */
public record CommandRun(int exitCode, List<String> out, String err) {
    /** Runs a command with a stack's broker and registry, and an app. */
    public static CommandRun of(LocalStack stack, String app, String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(
                List.of("--bootstrap-servers", stack.bootstrapServers(), "--schema-registry", stack.schemaRegistry()));
        line.addAll(List.of("--app", app));
        return of(line.toArray(String[]::new));
    }

    /** Runs a command line as it is. */
    public static CommandRun of(String... line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(line);
        return new CommandRun(exitCode, out.toString().lines().toList(), err.toString());
    }
}
