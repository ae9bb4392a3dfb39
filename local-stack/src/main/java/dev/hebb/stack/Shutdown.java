package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stops a stack in order, from whichever process. */
public final class Shutdown {
    private Shutdown() {}

    /** Told of each service that has been stopped. */
    @FunctionalInterface
    public interface Listener {
        /** A service has stopped; by itself when asked, or only by force. */
        void stopped(Service service, boolean byItself);
    }

    /** What runs in a directory, in the order of starting. */
    public static List<ServiceProcess> running(DataDirectory directory) {
        return Arrays.stream(Service.values())
                .map(service -> ServiceProcess.find(service, directory))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Stops what runs in a directory: the app first, because it commits what it has done; the broker last.
     *
     * @return whether anything ran
     */
    public static boolean stop(DataDirectory directory, Listener listener) throws InterruptedException {
        List<ServiceProcess> running = running(directory);
        stop(directory, running, listener);
        return !running.isEmpty();
    }

    static void stop(DataDirectory directory, List<ServiceProcess> processes, Listener listener)
            throws InterruptedException {
        try {
            StackNote.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory.stackFile(), e);
        }
        List<ServiceProcess> reversed = processes.stream()
                .sorted(Comparator.comparing(ServiceProcess::service).reversed())
                .toList();
        for (ServiceProcess process : reversed) {
            listener.stopped(process.service(), process.stop());
        }
    }
}
