package dev.hebb.cli.stack;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.Console;
import dev.hebb.cli.support.DataDirectoryOption;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.PortTakenException;
import dev.hebb.stack.StackPorts;
import dev.hebb.stack.StillRunningException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb up}: starts a local stack. */
@Command(
        name = "up",
        description = "Start a local stack: Kafka, a schema registry and the app, on this machine only.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ctrl-C or 'hebb down' stops it; data stay in the directory, and so do the logs (DIR/logs).",
        })
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private final DataDirectoryOption dataDirectory = new DataDirectoryOption();

    @Mixin
    private final Console console = new Console();

    @Option(names = "--detach", description = "Return when the stack is ready, and leave it running.")
    private boolean detach;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092", description = "Default: 9092.")
    private int kafkaPort;

    @Option(names = "--registry-port", paramLabel = "PORT", defaultValue = "8081", description = "Default: 8081.")
    private int registryPort;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "The app's port. Default: 8090.")
    private int httpPort;

    @Option(
            names = "--without-app",
            description = "Kafka and schema registry only, for instance to run 'hebb app' by hand.")
    private boolean withoutApp;

    @Override
    public Integer call() throws Exception {
        StackPorts ports = new StackPorts(kafkaPort, registryPort, httpPort);
        LocalStack stack = new LocalStack(dataDirectory.get(), ports);
        StackRun run = new StackRun(stack, console.out());
        try {
            run.start(!withoutApp);
        } catch (StillRunningException e) {
            throw new CliException(e.getMessage() + ". '" + dataDirectory.downCommand() + "' stops it", e);
        } catch (PortTakenException e) {
            throw new CliException(e.getMessage() + ". Choose another with " + option(e), e);
        }
        if (detach) {
            run.leave();
            console.out().println("'" + dataDirectory.downCommand() + "' stops it.");
            return 0;
        }
        return run.watch();
    }

    private static String option(PortTakenException taken) {
        return switch (taken.service()) {
            case BROKER -> "--kafka-port";
            case REGISTRY -> "--registry-port";
            case APP -> "--http-port";
        };
    }
}
