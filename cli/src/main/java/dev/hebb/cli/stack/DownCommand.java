package dev.hebb.cli.stack;

import dev.hebb.cli.support.Console;
import dev.hebb.cli.support.DataDirectoryOption;
import dev.hebb.stack.Shutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hebb down}: stops a local stack. */
@Command(
        name = "down",
        description = "Stop the local stack: app, schema registry, Kafka. Its data stay.",
        mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
    @Mixin
    private final DataDirectoryOption dataDirectory = new DataDirectoryOption();

    @Mixin
    private final Console console = new Console();

    @Override
    public Integer call() throws InterruptedException {
        boolean ran = Shutdown.stop(dataDirectory.get(), (service, byItself) -> console.out()
                .println("Stopped the " + service.title() + (byItself ? "." : "; it had to be killed.")));
        if (!ran) {
            console.out().println("Nothing runs in " + dataDirectory.get().root() + ".");
        }
        return 0;
    }
}
