package dev.hebb.cli.stack;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.Console;
import dev.hebb.cli.support.DataDirectoryOption;
import dev.hebb.cli.support.LivePage;
import dev.hebb.cli.support.LocalAppLaunch;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.PortTakenException;
import dev.hebb.stack.StackLock;
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
            "Starts the services that do not run, and leaves the others alone. While the command runs, it",
            "restarts services that end by themselves. Ctrl-C or 'hebb down' stops all of them. Data and",
            "logs (DIR/logs) stay in the directory.",
        })
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private final DataDirectoryOption dataDirectory = new DataDirectoryOption();

    @Mixin
    private final Console console = new Console();

    @Option(names = "--detach", description = "Return when the stack is ready, and leave it running.")
    private boolean detach;

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Option(
            names = "--without-app",
            description = "Start only Kafka and the schema registry, for instance to run 'hebb app' by hand.")
    private boolean withoutApp;

    @Option(names = "--open", description = "Open the live page in the browser when the app is ready.")
    private boolean open;

    @Override
    public Integer call() throws Exception {
        if (open && withoutApp) {
            throw new CliException("--open needs the app, which serves the page; leave out --without-app");
        }
        LocalStack stack = new LocalStack(dataDirectory.get(), ports.in(dataDirectory.get()));
        StackRun run = new StackRun(stack, withoutApp ? null : LocalAppLaunch.of(stack), console.out());
        try (StackLock lock = StackLock.tryAcquire(dataDirectory.get()).orElse(null)) {
            if (lock == null) {
                run.awaitOther();
                openIfWanted(stack);
                return 0;
            }
            run.start();
            openIfWanted(stack);
            if (!detach) {
                return run.supervise();
            }
            run.leave();
            console.out().println("'" + dataDirectory.downCommand() + "' stops it.");
            return 0;
        } catch (PortTakenException e) {
            throw new CliException(e.getMessage() + ". Choose another with " + option(e), e);
        }
    }

    private void openIfWanted(LocalStack stack) {
        if (open) {
            new LivePage(stack.app()).open(console.out());
        }
    }

    private static String option(PortTakenException taken) {
        return switch (taken.service()) {
            case BROKER -> "--kafka-port";
            case REGISTRY -> "--registry-port";
            case APP -> "--http-port";
        };
    }
}
