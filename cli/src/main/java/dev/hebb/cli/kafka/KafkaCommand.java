package dev.hebb.cli.kafka;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.Console;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hebb kafka}: runs one of Kafka's own tools against the cluster. */
@Command(
        name = "kafka",
        description = "Run one of Kafka's own tools against the cluster.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What follows TOOL is the tool's own ('hebb kafka topics --help'); --bootstrap-server",
            "and --command-config are filled in. Without a tool: the list of tools. For example",
            "  hebb kafka topics --describe",
            "  hebb kafka consumer-groups --describe --group hebb",
            "  hebb kafka console-consumer --topic pruning-events --from-beginning"
        })
public final class KafkaCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final Console console = new Console();

    @Parameters(index = "0", arity = "0..1", paramLabel = "TOOL", description = "The tool, for instance topics.")
    private @Nullable String tool;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGUMENT", description = "The tool's own options.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        if (tool == null) {
            for (KafkaTool each : KafkaTool.values()) {
                console.out().printf("%-26s %s%n", each.title(), each.purpose());
            }
            return 0;
        }
        KafkaTool found = KafkaTool.named(tool)
                .orElseThrow(() -> new CliException("there is no Kafka tool '" + tool + "' here; there are "
                        + Arrays.stream(KafkaTool.values())
                                .map(KafkaTool::title)
                                .collect(Collectors.joining(", "))));
        run(found, new KafkaToolArguments(found, arguments).completed(connection));
        return 0;
    }

    private static void run(KafkaTool tool, List<String> arguments) throws Exception {
        Method main = Class.forName(tool.mainClass()).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw new CliException(tool.title() + ": " + e.getCause(), e);
        }
    }
}
