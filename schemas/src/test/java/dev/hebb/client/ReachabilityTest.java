package dev.hebb.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real sockets that do not speak what the client expects. */
class ReachabilityTest {
    private static final String PASSWORD = "changeit";

    @Test
    void namesWhatDoesNotListen() throws IOException {
        String nowhere;
        try (ServerSocket closed = listen()) {
            nowhere = address(closed);
        }
        assertThatThrownBy(() -> kafka(nowhere, "PLAINTEXT"))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("Kafka at " + nowhere + " does not answer: nothing listens at " + nowhere
                        + ". Start it, or correct --bootstrap-servers or --properties");
        assertThatThrownBy(() -> kafka("no-such-host.invalid:9092", "PLAINTEXT"))
                .hasMessageContaining("there is no host no-such-host.invalid");
        assertThatThrownBy(() -> kafka("localhost", "PLAINTEXT")).hasMessageContaining("not of the form host:port");
        assertThatThrownBy(() -> kafka("localhost:99999", "PLAINTEXT"))
                .hasMessageContaining("'localhost:99999' is not of the form host:port");
    }

    @Test
    void namesWhatSpeaksAnotherProtocol(@TempDir Path folder) throws Exception {
        try (SSLServerSocket tls = listenWithTls(folder);
                ServerSocket http = listen()) {
            serve(tls, "");
            serve(http, "HTTP/1.1 400 Bad Request\r\n\r\n");
            assertThatThrownBy(() -> kafka(address(tls), "PLAINTEXT")).hasMessageContaining("TLS");
            assertThatThrownBy(() -> kafka(address(http), "PLAINTEXT")).hasMessageContaining("is no Kafka broker");
            assertThatThrownBy(() -> kafka(address(http), "SSL")).hasMessageContaining("does not speak TLS");
            kafka(address(tls), "SASL_SSL");
        }
    }

    @Test
    void namesARegistryThatDoesNotAnswer() throws IOException {
        try (ServerSocket kafka = listen();
                ServerSocket broken = listen();
                ServerSocket another = listen()) {
            answersLikeABroker(kafka);
            serve(another, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            serve(broken, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThatThrownBy(() -> both(kafka, "http://anna:geheim@127.0.0.1:1"))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("the schema registry at http://127.0.0.1:1 does not answer: nothing listens")
                    .hasMessageNotContaining("geheim");
            assertThatThrownBy(() -> both(kafka, "127.0.0.1:8081")).hasMessageContaining("no URL");
            assertThatThrownBy(() -> both(kafka, "http://127.0.0.1:99999"))
                    .hasMessageContaining("of the form host:port");
            assertThatThrownBy(() -> both(kafka, "http://" + address(another)))
                    .hasMessageContaining("it is not a schema registry: is the path of its URL right?");
            assertThatThrownBy(() -> both(kafka, "http://" + address(broken))).hasMessageContaining("status 503");
        }
    }

    @Test
    void namesTheSettingsOfARegistryThatDoesNotLetTheClientIn(@TempDir Path folder) throws Exception {
        try (ServerSocket kafka = listen();
                SSLServerSocket registry = listenWithTls(folder)) {
            answersLikeABroker(kafka);
            serve(registry, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            Connection connection = Connection.to(address(kafka), "https://localhost:" + registry.getLocalPort());
            Map<String, String> trusting = Map.of(
                    "schema.registry.ssl.truststore.location",
                    trust(folder).toString(),
                    "schema.registry.ssl.truststore.password",
                    PASSWORD);

            Map<String, String> wrong = new TreeMap<>(trusting);
            wrong.put("schema.registry.ssl.truststore.password", "another");

            assertThatThrownBy(() -> new Reachability(connection).check(Duration.ZERO))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("TLS fails")
                    .hasMessageContaining("correct schema.registry.ssl.* in --properties");
            assertThatThrownBy(() -> new Reachability(connection.with(wrong)).check(Duration.ZERO))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("schema.registry.ssl.*, basic.auth.* or bearer.auth.* cannot be used");
            assertThatThrownBy(() -> new Reachability(connection.with(trusting)).check(Duration.ZERO))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("status 401: correct basic.auth.* or bearer.auth.* in --properties");
        }
    }

    /** A store of the certificate of {@link #listenWithTls}. */
    private static Path trust(Path folder) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry(
                "server", TestTls.open(folder.resolve("key.p12"), PASSWORD).getCertificate("server"));
        return TestTls.write(trust, folder.resolve("trust.p12"), PASSWORD);
    }

    private static void kafka(String servers, String protocol) throws IOException {
        Map<String, String> properties = Map.of("security.protocol", protocol);
        new Reachability(new Connection(servers, "http://127.0.0.1:1", properties, TopicNames.DEFAULT)).checkKafka();
    }

    private static void both(ServerSocket kafka, String registry) throws IOException, InterruptedException {
        new Reachability(Connection.to(address(kafka), registry)).check(Duration.ZERO);
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static String address(ServerSocket socket) {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private static SSLServerSocket listenWithTls(Path folder) throws Exception {
        Path keys = folder.resolve("key.p12");
        TestTls.addKey(keys, Files.writeString(folder.resolve("password"), PASSWORD + "\n"), "server", "CN=localhost");
        return (SSLServerSocket) TestTls.context(keys, null, PASSWORD)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Reads a request, answers, and closes, for each connection. */
    private static void serve(ServerSocket server, String answer) {
        serve(server, socket -> {
            socket.getInputStream().read(new byte[1_024]);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** Answers each request with the header of an answer, and nothing in it. */
    private static void answersLikeABroker(ServerSocket server) {
        serve(server, socket -> {
            InputStream in = socket.getInputStream();
            for (byte[] head = in.readNBytes(14); head.length == 14; head = in.readNBytes(14)) {
                in.readNBytes(head[3] - 10);
                socket.getOutputStream().write(new byte[] {0, 0, 0, 4, head[8], head[9], head[10], head[11]});
            }
        });
    }

    private interface Talk {
        void with(Socket socket) throws IOException;
    }

    private static void serve(ServerSocket server, Talk talk) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    talk.with(socket);
                } catch (IOException closed) {
                    continue;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
