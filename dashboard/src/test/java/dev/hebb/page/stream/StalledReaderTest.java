package dev.hebb.page.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that never reads what it is sent, beside one that does, over real sockets. */
class StalledReaderTest {
    /** More than all buffers between a server and a reader take. */
    private static final String LARGE = "x".repeat(8 << 20);

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final int STALLED = 3;
    private static final int FRAMES = 8;

    private final NetworkLogs logs = new NetworkLogs();
    private final Map<String, AtomicInteger> framesMade = new ConcurrentHashMap<>();
    private final List<Thread> stalledStreams = new ArrayList<>();
    private final Javalin server =
            Javalin.create(config -> config.routes.get("/live", new SseHandler(client -> open(client))));

    @BeforeEach
    void start() {
        logs.live();
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void open(SseClient client) {
        client.keepAlive();
        String who = Objects.requireNonNull(client.ctx().queryParam("who"));
        AtomicInteger made = framesMade.computeIfAbsent(who, name -> new AtomicInteger());
        PageStream stream = new PageStream(
                client,
                "dish",
                () -> {
                    made.incrementAndGet();
                    logs.of("dish").spikes(new long[] {made.get()}, new int[] {1}, 1);
                    return logs;
                },
                new ObjectMapper().writer(),
                () -> LARGE);
        Thread thread = new Thread(stream, who);
        thread.setDaemon(true);
        if (who.startsWith("stalled")) {
            stalledStreams.add(thread);
        }
        thread.start();
    }

    @Test
    void holdsOneFrameAndDelaysNoOtherReader() throws IOException {
        // Given
        List<Socket> stalled = new ArrayList<>();
        for (int i = 0; i < STALLED; i++) {
            stalled.add(ask("stalled-" + i));
        }
        await().atMost(TIMEOUT).until(() -> framesMade.size() == STALLED);

        // When
        int read = 0;
        try (Socket reader = ask("reader");
                BufferedReader lines = new BufferedReader(new InputStreamReader(reader.getInputStream(), US_ASCII))) {
            while (read < FRAMES) {
                read += Objects.requireNonNull(lines.readLine()).equals("event: frame") ? 1 : 0;
            }
        }

        // Then
        assertThat(read).isEqualTo(FRAMES);
        framesMade.forEach((who, made) -> {
            if (who.startsWith("stalled")) {
                assertThat(made).as("frames made for " + who).hasValue(1);
            }
        });

        // When
        for (Socket each : stalled) {
            each.close();
        }

        // Then
        await().atMost(TIMEOUT).until(() -> stalledStreams.stream().noneMatch(Thread::isAlive));
    }

    /** A connection with a small buffer, on which nothing is read yet. */
    private Socket ask(String who) throws IOException {
        Socket socket = new Socket();
        if (who.startsWith("stalled")) {
            socket.setReceiveBufferSize(4096);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        String request = "GET /live?who=" + who + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }
}
