package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void givesDifferentPorts() {
        assertThat(FreePorts.of(12)).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void givesNoPortThatIsTaken() throws Exception {
        int port = FreePorts.of(1).get(0);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.of(12, port)).doesNotContain(taken.getLocalPort());
        }
    }

    /** Neither a server that takes any port nor a client's connection gets one of them before its service starts. */
    @Test
    void givesNoPortThatTheSystemGivesToOthers() throws Exception {
        Set<Integer> given = new HashSet<>();
        List<AutoCloseable> open = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                open.add(server);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                open.add(client);
                given.addAll(List.of(server.getLocalPort(), client.getLocalPort()));
            }
        } finally {
            for (AutoCloseable socket : open) {
                socket.close();
            }
        }
        int lowest = given.stream().mapToInt(Integer::intValue).min().orElseThrow();
        assumeThat(lowest).as("the system's own range").isGreaterThanOrEqualTo(32_768);

        assertThat(FreePorts.of(1000)).allMatch(port -> port < lowest);
    }
}
