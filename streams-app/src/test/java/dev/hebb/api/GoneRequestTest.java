package dev.hebb.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** A stream that is closed after the server has dropped its request, as when the app stops while a page is open. */
class GoneRequestTest {
    private static final long WITHIN_MILLIS = 10_000;

    private final BlockingQueue<SseClient> opened = new LinkedBlockingQueue<>();
    private final Javalin server = Javalin.create(config -> {
        new Problems(List.of(), new ObjectMapper()).install(config.routes);
        config.routes.get("/live", new SseHandler(client -> {
            client.keepAlive();
            client.sendComment("open");
            opened.add(client);
        }));
    });

    @Test
    void closesOnceAndForAll() throws Exception {
        // Given
        server.start("127.0.0.1", 0);
        SseClient client;
        try (Socket page = new Socket(InetAddress.getLoopbackAddress(), server.port());
                BufferedReader lines = new BufferedReader(new InputStreamReader(page.getInputStream(), US_ASCII))) {
            page.getOutputStream()
                    .write("GET /live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                            .getBytes(US_ASCII));
            assertThat(lines.readLine()).contains("200");
            client = opened.take();
            server.stop();
        }

        // When
        Thread closing = new Thread(client::close, "closing");
        closing.setDaemon(true);
        closing.start();

        // Then
        closing.join(WITHIN_MILLIS);
        assertThat(closing.isAlive()).isFalse();
    }
}
