package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stops the services of a stack in order; works from any process. */
public final class Shutdown {
    private Shutdown() {}

    /** Receives each service that has been stopped. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A service has stopped.
         *
         * @param byItself whether it stopped when asked; else it was killed
         */
        void stopped(Service service, boolean byItself);
    }

    /** The services that run in a directory, in the order of starting. */
    public static List<ServiceProcess> running(DataDirectory directory) {
        return Arrays.stream(Service.values())
                .map(service -> ServiceProcess.find(service, directory))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Stops the services that run in a directory: the app first, because it commits its work; the broker last.
     *
     * @return whether any service ran
     */
    public static boolean stop(DataDirectory directory, Listener listener) throws InterruptedException {
        List<ServiceProcess> running = running(directory);
        stop(directory, running, listener);
        return !running.isEmpty();
    }

    static void stop(DataDirectory directory, List<ServiceProcess> processes, Listener listener)
            throws InterruptedException {
        try {
            StackAddresses.delete(directory);
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
