package dev.hebb.cli.support;

import dev.hebb.stack.AppLaunch;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Launches the app of a local stack: this program's command {@code app}, as another process. */
public final class LocalAppLaunch {
    /** Main class of hebb, by name, because it depends on all commands. */
    public static final String MAIN_CLASS = "dev.hebb.cli.Main";

    private static final List<String> JVM = List.of("-Xmx1g", "-XX:+ExitOnOutOfMemoryError");

    private LocalAppLaunch() {}

    /** A launch with the default settings. */
    public static AppLaunch of(LocalStack stack) {
        return of(stack, Map.of());
    }

    /** A launch with settings, by name. */
    public static AppLaunch of(LocalStack stack, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "app",
                // It is started together with the broker, which may have a log to recover first.
                "--wait-for-cluster",
                "60s",
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--schema-registry",
                stack.schemaRegistry(),
                "--http-port",
                Integer.toString(stack.ports().http()),
                "--state-dir",
                stack.directory().data(Service.APP).toString()));
        settings.forEach((name, value) -> arguments.addAll(List.of("--set", name + '=' + value)));
        return new AppLaunch(JVM, MAIN_CLASS, arguments, URI.create(stack.app() + "/ready"));
    }
}
