package dev.hebb.client;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Check whether brokers and registry answer, before clients are opened. Kafka's clients try again for a minute when
 * nothing answers, and allocate hundreds of megabytes when the port speaks TLS and the client does not.
 */
public final class Reachability {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);
    private static final long PAUSE_MILLIS = 250;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final Connection connection;

    public Reachability(Connection connection) {
        this.connection = connection;
    }

    /** An attempt at an address. */
    private interface Attempt {
        void make() throws IOException, InterruptedException;
    }

    /**
     * Checks brokers and registry.
     *
     * @param timeout how long to wait for one that does not answer yet
     * @throws UnreachableException naming what does not answer
     */
    public void check(Duration timeout) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        until(deadline, this::tryKafka);
        until(deadline, this::tryRegistry);
    }

    /**
     * Checks that one of the brokers answers, at once.
     *
     * @throws UnreachableException naming what does not answer
     */
    public void checkKafka() throws IOException {
        tryKafka();
    }

    /**
     * Checks that the registry answers, at once.
     *
     * @throws UnreachableException naming what is wrong with it
     */
    public void checkRegistry() throws IOException, InterruptedException {
        tryRegistry();
    }

    private static void until(long deadlineNanos, Attempt attempt) throws IOException, InterruptedException {
        while (true) {
            try {
                attempt.make();
                return;
            } catch (UnreachableException e) {
                if (System.nanoTime() >= deadlineNanos) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void tryKafka() throws IOException {
        BrokerProbe probe = new BrokerProbe(securityProtocol(connection.properties()), ANSWER_WITHIN);
        List<String> reasons = new ArrayList<>();
        IOException last = new IOException("no address is given");
        for (String address : connection.bootstrapServers().split(",", -1)) {
            try {
                probe.ask(address.strip());
                return;
            } catch (IOException e) {
                reasons.add(String.valueOf(e.getMessage()));
                last = e;
            }
        }
        throw new UnreachableException(
                "Kafka at " + connection.bootstrapServers() + " does not answer: "
                        + (reasons.isEmpty() ? last.getMessage() : reasons.get(0))
                        + ". Start it, or correct --bootstrap-servers or --properties",
                last);
    }

    private static String securityProtocol(Map<String, String> properties) {
        return properties
                .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    private void tryRegistry() throws IOException, InterruptedException {
        String url = connection.schemaRegistry();
        try {
            URI base = new URI(url.endsWith("/") ? url : url + "/");
            if (base.getHost() == null || base.getScheme() == null) {
                throw new IOException("that is no URL such as http://127.0.0.1:8081");
            }
            if (base.getScheme().equalsIgnoreCase("https")) {
                int port = base.getPort() < 0 ? HTTPS_PORT : base.getPort();
                new BrokerProbe("SSL", ANSWER_WITHIN).ask(base.getHost() + ":" + port);
            } else {
                askRegistry(base);
            }
            logIn();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw registry(new IOException("that is no URL such as http://127.0.0.1:8081", e));
        } catch (IOException e) {
            throw registry(e);
        }
    }

    private static void askRegistry(URI base) throws IOException, InterruptedException {
        int port = base.getPort() < 0 ? HTTP_PORT : base.getPort();
        BrokerProbe.connect(base.getHost() + ":" + port, ANSWER_WITHIN).close();
        HttpRequest request = HttpRequest.newBuilder(base.resolve("schemas/types"))
                .timeout(ANSWER_WITHIN)
                .build();
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= SERVER_ERROR) {
                throw new IOException("it answers with status " + status);
            }
        } catch (java.net.http.HttpTimeoutException e) {
            throw new IOException("it is silent for " + Durations.seconds(ANSWER_WITHIN), e);
        }
    }

    /**
     * Asks as every client will, with the password and the certificates of the properties; any answer will do but that
     * the client is not known, or that there are no subjects.
     */
    private void logIn() throws IOException {
        try (SchemaRegistryClient registry = connection.registry()) {
            registry.getAllSubjects();
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                throw new IOException("it is not a schema registry: is the path of its URL right?", e);
            }
            if (e.getStatus() == UNAUTHORIZED) {
                throw new IOException(
                        "it refuses the client with status " + UNAUTHORIZED
                                + ": correct basic.auth.* or bearer.auth.* in --properties",
                        e);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } catch (SSLException e) {
            throw new IOException(
                    "TLS fails (" + e.getMessage() + "): correct schema.registry.ssl.* in --properties", e);
        }
    }

    private UnreachableException registry(IOException why) {
        return new UnreachableException(
                "the schema registry at " + connection.shownRegistry() + " does not answer: " + why.getMessage()
                        + ". Start it, or correct --schema-registry",
                why);
    }
}
