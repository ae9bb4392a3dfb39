package dev.hebb.api.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Client of the other instances: by HTTP, or by HTTPS with the own certificate; with a token or without. */
public final class Peers {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient http;
    private final String scheme;
    private final String token;

    private Peers(HttpClient http, String scheme, String token) {
        this.http = http;
        this.scheme = scheme;
        this.token = token;
    }

    static Peers with(String token, @Nullable ServerCertificate certificate) {
        HttpClient.Builder http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT);
        if (certificate != null) {
            http.sslContext(certificate.forClients());
        }
        return new Peers(http.build(), certificate == null ? "http" : "https", token);
    }

    /** The client. */
    public HttpClient http() {
        return http;
    }

    /** Base URL of an instance. */
    public URI base(String host, int port) {
        return URI.create(scheme + "://" + host + ":" + port);
    }

    /** The request, with what the other instance asks for. */
    public HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
