package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free TCP ports of the loopback address for services that start later. The system gives ports of its own choice to
 * whoever asks for any, and every outgoing connection has one; such a port could be taken before the service starts. So
 * these lie below that range, which begins at 32,768 on Linux and higher elsewhere.
 */
public final class FreePorts {
    private static final int FIRST = 16_384;
    private static final int END = 32_768;

    private FreePorts() {}

    /**
     * Different ports that are free at this moment, and that no program gets by chance.
     *
     * @throws UncheckedIOException if there are not so many
     */
    public static List<Integer> of(int count) {
        return of(count, ThreadLocalRandom.current().nextInt(FIRST, END));
    }

    /** The same, looked for from a port on. */
    static List<Integer> of(int count, int start) {
        List<Integer> free = new ArrayList<>();
        for (int step = 0; step < END - FIRST && free.size() < count; step++) {
            int port = FIRST + (start - FIRST + step) % (END - FIRST);
            if (isFree(port)) {
                free.add(port);
            }
        }
        if (free.size() < count) {
            throw new UncheckedIOException(new IOException("of the loopback address's ports " + FIRST + " to "
                    + (END - 1) + " only " + free.size() + " are free, and " + count + " are needed"));
        }
        return free;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
