package dev.hebb.stack;

import java.net.URI;
import java.util.List;

/**
 * How the app is started as a process on this process's class path.
 *
 * @param jvmOptions for instance its heap
 * @param mainClass its entry
 * @param arguments of the entry
 * @param ready answers a GET with 200 when the app can be used
 */
public record AppLaunch(List<String> jvmOptions, String mainClass, List<String> arguments, URI ready) {
    public AppLaunch {
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }
}
