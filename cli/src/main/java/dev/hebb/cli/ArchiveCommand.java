package dev.hebb.cli;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.LocalAppLaunch;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code hebb archive}: for the launcher, which runs it once a build. Starts a stack of its own and uses it, so that
 * the JVMs load the classes that their archives are to hold.
 */
@Command(
        name = "archive",
        hidden = true,
        description = "Load the classes for the archives with which later commands start faster.",
        mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {
    private static final String NETWORK = "archive";

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine hebb = Main.commandLine().setOut(new PrintWriter(Writer.nullWriter()));
        try (TemporaryStack temporary = TemporaryStack.start(LocalAppLaunch::of)) {
            run(hebb, "--help");
            for (List<String> command : commands()) {
                run(hebb, in(temporary.stack(), command));
            }
        }
        return 0;
    }

    private static List<List<String>> commands() {
        return List.of(
                List.of("simulate", "--network", NETWORK, "--neurons", "8", "--duration", "1m", "--wait"),
                List.of("networks"),
                List.of("synapses", "--network", NETWORK),
                List.of("synapses", "--network", NETWORK, "--from-topic"),
                List.of("doctor"));
    }

    private static String[] in(LocalStack stack, List<String> command) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("--data-dir", stack.directory().root().toString()));
        return line.toArray(String[]::new);
    }

    private static void run(CommandLine hebb, String... line) {
        int exitCode = hebb.execute(line);
        if (exitCode != 0) {
            throw new CliException("'hebb " + String.join(" ", line) + "' failed");
        }
    }
}
