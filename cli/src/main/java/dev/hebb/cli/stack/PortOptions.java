package dev.hebb.cli.stack;

import dev.hebb.cli.support.CliException;
import dev.hebb.stack.DataDirectory;
import dev.hebb.stack.Shutdown;
import dev.hebb.stack.StackAddresses;
import dev.hebb.stack.StackPorts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The ports of a local stack; use as {@code @Mixin}. */
final class PortOptions {
    private static final int KAFKA = 9092;
    private static final int REGISTRY = 8081;
    private static final int HTTP = 8090;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Default: 9092.")
    private @Nullable Integer kafka;

    @Option(names = "--registry-port", paramLabel = "PORT", description = "Default: 8081.")
    private @Nullable Integer registry;

    @Option(names = "--http-port", paramLabel = "PORT", description = "The app's port. Default: 8090.")
    private @Nullable Integer http;

    /**
     * The ports that were given, or those of the stack that runs or was killed in the directory, or the defaults.
     *
     * @throws CliException if others were given than those of what runs
     */
    StackPorts in(DataDirectory directory) {
        Optional<StackAddresses> recorded = StackAddresses.recorded(directory);
        StackPorts before = new StackPorts(
                recorded.map(StackAddresses::kafkaPort).orElse(KAFKA),
                recorded.map(StackAddresses::registryPort).orElse(REGISTRY),
                recorded.flatMap(addresses ->
                                addresses.httpPort().stream().boxed().findFirst())
                        .orElse(HTTP));
        StackPorts wanted = new StackPorts(
                kafka == null ? before.kafka() : kafka,
                registry == null ? before.registry() : registry,
                http == null ? before.http() : http);
        if (recorded.isPresent()
                && differ(recorded.get(), wanted)
                && !Shutdown.running(directory).isEmpty()) {
            throw new CliException("a stack runs in " + directory.root() + " with other ports: Kafka " + before.kafka()
                    + ", schema registry " + before.registry()
                    + (recorded.get().app() == null ? "" : ", app " + before.http())
                    + "; leave the ports out, or stop it with 'hebb down'");
        }
        return wanted;
    }

    private static boolean differ(StackAddresses recorded, StackPorts wanted) {
        return recorded.kafkaPort() != wanted.kafka()
                || recorded.registryPort() != wanted.registry()
                || recorded.httpPort().orElse(wanted.http()) != wanted.http();
    }
}
