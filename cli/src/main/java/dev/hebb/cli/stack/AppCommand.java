package dev.hebb.cli.stack;

import dev.hebb.app.HebbApp;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.Console;
import dev.hebb.client.Connection;
import dev.hebb.client.Durations;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.stack.HandStartedApp;
import dev.hebb.stack.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb app}: runs the app in this process. */
@Command(
        name = "app",
        description = "Run the pipeline against the cluster until it is stopped.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Start it several times, here (with another --http-port and --state-dir) or on other",
            "machines: the instances share the work. Settings come from the defaults, the --properties",
            "file, the environment (HEBB_WINDOW_MICROS) and --set; later ones override earlier ones.",
        })
public final class AppCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final Console console = new Console();

    @Option(names = "--http-host", paramLabel = "ADDRESS", description = "Address of the HTTP API. Default: 127.0.0.1.")
    private @Nullable String httpHost;

    @Option(names = "--http-port", paramLabel = "PORT", description = "Default: 8090; 0 for any that is free.")
    private @Nullable Integer httpPort;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description =
                    "Directory of the state stores, one for each instance. Default: state, in the data directory.")
    private @Nullable Path stateDirectory;

    @Option(
            names = "--wait-for-cluster",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "How long to wait for Kafka and the registry at the start. Default: ${DEFAULT-VALUE}.")
    private String waitForCluster = "10s";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any setting, for instance window-micros=10000000. May be repeated.")
    private List<String> settings = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        // A wrong setting is named whether or not there is a cluster.
        HebbConfig config = ConfigReader.read(Settings.of(connection.properties(), environment(), commandLine()));
        HebbApp.check(config, connection.topicNames());
        Duration timeout = Durations.parse(waitForCluster);
        Connection cluster = connection.namedConnection();
        Optional<HandStartedApp> inStack = connection.belongsToStack()
                ? Optional.of(HandStartedApp.register(connection.dataDirectory()))
                : Optional.empty();
        HebbApp app = HebbApp.start(config, cluster, timeout);
        AppRun run = new AppRun(app);
        if (inStack.isPresent()) {
            inStack.get().announce(app.url());
        }
        console.out().println("The app runs; Ctrl-C stops it.");
        console.out().flush();
        return run.awaitStop();
    }

    /** The environment without the variables that are this program's own, and no settings of the app. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeAll(ConnectionOptions.VARIABLES);
        return environment;
    }

    private Map<String, String> commandLine() {
        Map<String, String> given = new HashMap<>();
        Path state = stateDirectory == null ? connection.dataDirectory().data(Service.APP) : stateDirectory;
        given.put("streams.state-dir", state.toAbsolutePath().toString());
        if (httpHost != null) {
            given.put("http.host", httpHost);
        }
        connection
                .tokenFile()
                .ifPresent(file ->
                        given.put("http.token-file", file.toAbsolutePath().toString()));
        if (httpPort != null) {
            given.put("http.port", httpPort.toString());
        }
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new CliException("--set '" + setting + "' has no name and value; write it as in --set"
                        + " window-micros=10000000. /v1/config of a running app lists all settings");
            }
            given.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return given;
    }
}
