package dev.hebb.cli.demo;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.Console;
import dev.hebb.client.Durations;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb demo}: shows a simulated network that wires and prunes itself. */
@Command(
        name = "demo",
        description = "Watch a simulated network form and prune its synapses, with a real Kafka.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Everything runs on this machine, on free ports and in a directory that is deleted at the",
            "end. Until then, other commands can use it with the --data-dir that is printed.",
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "90s",
            description = "How long the network's hour takes to watch. Default: ${DEFAULT-VALUE}.")
    private String length = "90s";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the network. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--open", description = "Open the live page in the browser.")
    private boolean open;

    @Override
    public Integer call() throws Exception {
        Duration watched = Durations.parse(length);
        if (watched.compareTo(SHORTEST) < 0) {
            throw new CliException("--for " + length + " is too short to see anything: give at least 10s");
        }
        DemoScreen screen = Ansi.AUTO.enabled() ? new LiveScreen(console.terminal()) : new LineScreen(console.out());
        new DemoRun(seed, watched, console.out(), screen).run(open);
        return 0;
    }
}
