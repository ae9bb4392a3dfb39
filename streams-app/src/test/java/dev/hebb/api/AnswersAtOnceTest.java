package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hebb.api.access.Access;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that take nothing of their answers, more than the server has threads. */
class AnswersAtOnceTest {
    private static final int CLIENTS = 60;
    /** More than the buffers of a connection. */
    private static final int MEGABYTES = 64;

    private final AtomicInteger begun = new AtomicInteger();
    private final InMemoryShards shards = new InMemoryShards(1).network("dish", 0, 1);
    private final ApiParts parts = shards.parts();
    private final ApiServer server = ApiServer.start(
            "127.0.0.1",
            0,
            Access.open(),
            new ApiParts(
                    parts.answers(),
                    parts.shards(),
                    parts.prunings(),
                    parts.neurons(),
                    parts.control(),
                    parts.configuration(),
                    this::writeMuch),
            null);
    private final ApiClient client = new ApiClient(server.port());
    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        closeAll();
        server.close();
    }

    @Test
    void probesAndInstancesAreAnsweredMeanwhileAndTheOthersAfterwards() throws Exception {
        // Given
        for (int i = 0; i < CLIENTS; i++) {
            ask("/metrics");
        }
        await().until(() -> begun.get() >= AnswersAtOnce.TO_CLIENTS);

        // Then
        assertThat(client.get("/health").statusCode()).isEqualTo(200);
        assertThat(client.get("/ready").statusCode()).isEqualTo(200);
        assertThat(client.get("/internal/tasks/0/networks").statusCode()).isEqualTo(200);
        assertThat(begun).hasValue(AnswersAtOnce.TO_CLIENTS);

        // When
        closeAll();

        // Then
        assertThat(client.get("/v1/networks").statusCode()).isEqualTo(200);
    }

    private void writeMuch(OutputStream out) throws IOException {
        begun.incrementAndGet();
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < MEGABYTES; i++) {
            out.write(megabyte);
        }
    }

    private void ask(String path) throws IOException {
        Socket socket = new Socket();
        slow.add(socket);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private void closeAll() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }
}
