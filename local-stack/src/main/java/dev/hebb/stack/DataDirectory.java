package dev.hebb.stack;

import java.nio.file.Path;

/**
 * The one directory in which a local stack keeps everything: what the broker and the registry remember, the app's
 * state, logs, and the note by which other commands find a running stack.
 *
 * @param root the directory; made absolute
 */
public record DataDirectory(Path root) {
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** The note that a running stack leaves for other commands. */
    public Path stackFile() {
        return root.resolve("stack.properties");
    }

    /** Where a service of the stack keeps its data. */
    public Path data(Service service) {
        return root.resolve(service.directory());
    }

    /** A service's log. */
    public Path log(Service service) {
        return root.resolve("logs").resolve(service.fileName() + ".log");
    }

    /** What a service's process said before or beside its log: a JVM that did not start, a crash. */
    public Path output(Service service) {
        return root.resolve("logs").resolve(service.fileName() + ".out");
    }

    /** The process that runs a service. */
    public Path pidFile(Service service) {
        return root.resolve("run").resolve(service.fileName() + ".pid");
    }
}
