package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class StackPortsTest {
    @Test
    void namesThePortItsServiceAndWhoHasIt() throws Exception {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackPorts free = StackPorts.free();
            StackPorts ports = new StackPorts(free.kafka(), taken.getLocalPort(), free.http());

            // Then
            assertThatThrownBy(() -> ports.requireFree(Service.REGISTRY))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageStartingWith("port " + taken.getLocalPort()
                            + ", which the schema registry wants, is taken by process "
                            + ProcessHandle.current().pid() + " (java");
        }
    }

    @Test
    void findsAFreePortFree() {
        StackPorts ports = StackPorts.free();

        assertThatCode(() -> ports.requireFree(Service.BROKER)).doesNotThrowAnyException();
    }

    @Test
    void refusesImpossiblePorts() {
        assertThatThrownBy(() -> new StackPorts(9092, 9092, 8090)).hasMessageContaining("three different ports");
        assertThatThrownBy(() -> new StackPorts(0, 8081, 8090)).hasMessageContaining("port 0");
        assertThatThrownBy(() -> new StackPorts(9092, 8081, 65_536)).hasMessageContaining("port 65536");
    }
}
