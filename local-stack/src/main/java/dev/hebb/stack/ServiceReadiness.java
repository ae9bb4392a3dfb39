package dev.hebb.stack;

import dev.hebb.client.Durations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until a service answers. */
final class ServiceReadiness {
    /** A loaded machine may be ten times slower than an idle one. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final int OK = 200;

    private ServiceReadiness() {}

    /** One attempt to reach a service. */
    @FunctionalInterface
    interface Probe {
        boolean answers() throws IOException, InterruptedException;
    }

    /** A probe whether a process accepts connections on a port of this machine. */
    static Probe port(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) INTERVAL.toMillis());
                return true;
            }
        };
    }

    /** A probe whether a GET is answered with 200. */
    static Probe http(URI uri) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        return () ->
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    }

    /**
     * Waits for the first answer.
     *
     * @throws StackException if the process ends before it, or takes too long
     */
    static void await(ServiceProcess process, Probe probe) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!answers(probe)) {
            if (!process.isRunning()) {
                throw new StackException(
                        "the " + process.service().title() + " stopped while starting. Its last output:\n"
                                + process.lastOutput().strip());
            }
            if (System.nanoTime() > deadline) {
                throw new StackException("the " + process.service().title() + " does not answer after "
                        + Durations.seconds(TIMEOUT) + ". Its last output:\n"
                        + process.lastOutput().strip());
            }
            Thread.sleep(INTERVAL.toMillis());
        }
    }

    /**
     * Waits for the first answer of a service whose process is another's to start.
     *
     * @throws StackException if it takes too long
     */
    static void await(Service service, Probe probe) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!answers(probe)) {
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "the " + service.title() + " does not answer after " + Durations.seconds(TIMEOUT));
            }
            Thread.sleep(INTERVAL.toMillis());
        }
    }

    private static boolean answers(Probe probe) throws InterruptedException {
        try {
            return probe.answers();
        } catch (IOException e) {
            return false;
        }
    }
}
