package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** The services that run in a directory, in the order of starting, apps that were started by hand among them. */
    public static List<ServiceProcess> running(DataDirectory directory) {
        Stream<ServiceProcess> ofStack =
                Arrays.stream(Service.values()).flatMap(service -> ServiceProcess.find(service, directory).stream());
        return Stream.concat(ofStack, HandStartedApp.others(directory).stream()).toList();
    }

    /**
     * Stops the services that run in a directory: the app first, because it commits its work; the broker last.
     *
     * @return whether any service ran
     */
    public static boolean stop(DataDirectory directory, Listener listener) throws InterruptedException {
        List<ServiceProcess> running = running(directory);
        try {
            // First, because it says to who looks after the stack that it is to end.
            StackAddresses.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory.stackFile(), e);
        }
        stop(running, listener);
        return !running.isEmpty();
    }

    static void stop(List<ServiceProcess> processes, Listener listener) throws InterruptedException {
        List<ServiceProcess> reversed = processes.stream()
                .sorted(Comparator.comparing(ServiceProcess::service).reversed())
                .toList();
        for (ServiceProcess process : reversed) {
            listener.stopped(process.service(), process.stop());
        }
    }
}
