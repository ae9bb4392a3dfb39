package dev.hebb.stack;

import java.nio.file.Path;

/**
 * The directory in which a local stack keeps everything: the data of broker and registry, the app's state, logs, and
 * the file of addresses by which other commands find a running stack.
 *
 * @param root the directory; made absolute
 */
public record DataDirectory(Path root) {
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** The file with the addresses of a running stack, for other commands. */
    public Path stackFile() {
        return root.resolve("stack.properties");
    }

    /** The directory of a service's data. */
    public Path data(Service service) {
        return root.resolve(service.directory());
    }

    /** A service's log. */
    public Path log(Service service) {
        return root.resolve("logs").resolve(service.fileName() + ".log");
    }

    /** A service's standard output and error, for what is not in its log: a JVM that did not start, a crash. */
    public Path output(Service service) {
        return root.resolve("logs").resolve(service.fileName() + ".out");
    }

    /** The file that the process which starts the services locks. */
    Path lockFile() {
        return root.resolve("run").resolve("up.lock");
    }

    /** The directory of files with ids of processes. */
    Path run() {
        return root.resolve("run");
    }

    /** The file with the id of the process that runs a service. */
    public Path pidFile(Service service) {
        return root.resolve("run").resolve(service.fileName() + ".pid");
    }
}
