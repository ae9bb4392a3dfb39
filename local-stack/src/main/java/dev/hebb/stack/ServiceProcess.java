package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process that runs a service of the stack: started here, or found by its pid file. */
public final class ServiceProcess {
    /** Time for a service to stop: on a slow disk, closing the app's state stores or the broker's log takes seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final int LAST_LINES = 5;

    private final Service service;
    private final DataDirectory directory;
    private final ProcessHandle process;
    private final Path pidFile;

    private ServiceProcess(Service service, DataDirectory directory, ProcessHandle process, Path pidFile) {
        this.service = service;
        this.directory = directory;
        this.process = process;
        this.pidFile = pidFile;
    }

    /**
     * Starts a process, its output going to the service's files.
     *
     * <p>Its files are for their owner only. It ignores Ctrl-C and a closed terminal: those signals reach every process
     * of the terminal at once, and the stack has to stop in order.
     */
    static ServiceProcess start(
            Service service, DataDirectory directory, List<String> command, Map<String, String> environment)
            throws IOException {
        OwnerOnly.createFile(directory.output(service));
        OwnerOnly.create(directory.data(service));
        List<String> words = new ArrayList<>(List.of("sh", "-c", "umask 077; trap '' INT HUP; exec \"$@\"", "sh"));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.data(service).toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(directory.output(service).toFile());
        builder.environment().putAll(environment);
        ProcessHandle process = builder.start().toHandle();
        PidFile.write(directory.pidFile(service), process);
        return new ServiceProcess(service, directory, process, directory.pidFile(service));
    }

    /** The process that still runs a service in this directory, if one does. */
    public static Optional<ServiceProcess> find(Service service, DataDirectory directory) {
        return find(service, directory, directory.pidFile(service));
    }

    static Optional<ServiceProcess> find(Service service, DataDirectory directory, Path pidFile) {
        return PidFile.read(pidFile).map(process -> new ServiceProcess(service, directory, process, pidFile));
    }

    public Service service() {
        return service;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return !ProcessEnd.hasEnded(process);
    }

    /**
     * Asks the process to stop, and waits; kills it if it does not within half a minute.
     *
     * @return whether it stopped by itself
     */
    public boolean stop() throws InterruptedException {
        process.destroy();
        boolean stopped = ProcessEnd.await(process, TIMEOUT);
        if (!stopped) {
            process.destroyForcibly();
            ProcessEnd.await(process, TIMEOUT);
        }
        forget();
        return stopped;
    }

    /** Kills the process (SIGKILL), as a crash would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        ProcessEnd.await(process, TIMEOUT);
        forget();
    }

    /** Waits until the process has ended, for whatever reason. */
    public void awaitExit() throws InterruptedException {
        ProcessEnd.awaitAny(List.of(process));
    }

    static ServiceProcess awaitAny(List<ServiceProcess> processes) throws InterruptedException {
        ProcessHandle ended =
                ProcessEnd.awaitAny(processes.stream().map(each -> each.process).toList());
        return processes.stream()
                .filter(each -> each.process.equals(ended))
                .findFirst()
                .orElseThrow();
    }

    /** The last lines of the service's output and log, for an error message. */
    String lastOutput() {
        return lastLines(directory.output(service)) + lastLines(directory.log(service));
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + pidFile, e);
        }
    }

    private static String lastLines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                    + (lines.isEmpty() ? "" : "\n");
        } catch (IOException e) {
            return "";
        }
    }
}
