package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * The TCP ports of a stack, all on the loopback address.
 *
 * @param kafka the broker's, for clients
 * @param registry the schema registry's
 * @param http the app's
 */
public record StackPorts(int kafka, int registry, int http) {
    private static final int HIGHEST = 65_535;

    public StackPorts {
        for (int port : new int[] {kafka, registry, http}) {
            if (port < 1 || port > HIGHEST) {
                throw new IllegalArgumentException("port " + port + " is not between 1 and " + HIGHEST);
            }
        }
        if (kafka == registry || kafka == http || registry == http) {
            throw new IllegalArgumentException("Kafka, the schema registry and the app need three different ports");
        }
    }

    /** Ports that are free at this moment. */
    public static StackPorts free() {
        List<Integer> free = FreePorts.of(3);
        return new StackPorts(free.get(0), free.get(1), free.get(2));
    }

    /** The port of a service. */
    int of(Service service) {
        return switch (service) {
            case BROKER -> kafka;
            case REGISTRY -> registry;
            case APP -> http;
        };
    }

    /**
     * Checks that a service could listen on its port.
     *
     * @throws PortTakenException if not
     */
    void requireFree(Service service) {
        int port = of(service);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new PortTakenException(service, port, PortOwner.describe(port));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at port " + port, e);
        }
    }
}
