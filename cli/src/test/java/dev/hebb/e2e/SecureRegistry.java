package dev.hebb.e2e;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.hebb.client.TestTls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The shared stack's registry behind TLS and a password, as labs put one behind a proxy. Only this door needs them; the
 * registry itself is open.
 */
final class SecureRegistry implements AutoCloseable {
    static final String USER = "lab";
    static final String PASSWORD = "registry-" + SecureBroker.MARKER;

    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final int THREADS = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicInteger answered = new AtomicInteger();
    private final String target;
    private final HttpsServer server;

    private SecureRegistry(String target, Path keys, String password) throws Exception {
        URI registry = URI.create(target);
        this.target = registry.getScheme() + "://" + registry.getAuthority();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TestTls.context(keys, null, password)));
        server.setExecutor(threads);
        server.createContext("/", this::pass).setAuthenticator(new BasicAuthenticator("registry") {
            @Override
            public boolean checkCredentials(String user, String given) {
                return user.equals(USER) && given.equals(PASSWORD);
            }
        });
        server.start();
    }

    /** Opens the door. */
    static SecureRegistry start(Path keys, String password) throws Exception {
        return new SecureRegistry(SharedStack.get().schemaRegistry(), keys, password);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                    .header("Content-Type", JSON)
                    .method(
                            exchange.getRequestMethod(),
                            body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().set("Content-Type", JSON);
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
            answered.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its URL, with the path of Confluent's API. */
    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort()
                + URI.create(SharedStack.get().schemaRegistry()).getPath();
    }

    /** How many requests with the password it has answered. */
    int answered() {
        return answered.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
