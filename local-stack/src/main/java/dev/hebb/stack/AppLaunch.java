package dev.hebb.stack;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The command line that starts the app as a process, with this process's class path.
 *
 * @param jvmOptions options of its JVM, for instance the heap size
 * @param mainClass the class with its main method
 * @param arguments of the main method
 * @param ready URL that answers a GET with 200 when the app can be used
 */
public record AppLaunch(List<String> jvmOptions, String mainClass, List<String> arguments, URI ready) {
    public AppLaunch {
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }

    /** Starts the process; the caller waits until it answers. */
    ServiceProcess start(DataDirectory directory) throws IOException {
        List<String> command = JavaCommand.ofMain(
                Service.APP, ServiceLogging.options(jvmOptions, directory.log(Service.APP)), mainClass, arguments);
        return ServiceProcess.start(Service.APP, directory, command, Map.of());
    }
}
