package dev.hebb.api.access;

import dev.hebb.config.HttpConfig;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules of access to one instance: open to everyone who reaches it, or by tokens, clients' certificates or both. Safe
 * to use from any thread.
 */
public final class Access {
    private static final String BEARER = "bearer ";

    private final @Nullable Tokens tokens;
    private final @Nullable ServerCertificate certificate;
    private final @Nullable ClientCertificates clients;
    private final int requestsPerSecond;
    private final Sessions sessions = new Sessions(System::nanoTime);

    private Access(
            @Nullable Tokens tokens,
            @Nullable ServerCertificate certificate,
            @Nullable ClientCertificates clients,
            int requestsPerSecond) {
        this.tokens = tokens;
        this.certificate = certificate;
        this.clients = clients;
        this.requestsPerSecond = requestsPerSecond;
    }

    /** Returns access without tokens, certificates and limit on requests. */
    public static Access open() {
        return new Access(null, null, null, 0);
    }

    /**
     * Reads the tokens and the certificates that are configured.
     *
     * @throws IllegalArgumentException naming the setting, if a file cannot be used
     */
    public static Access of(HttpConfig http) {
        return new Access(
                http.tokenFile().isBlank() ? null : Tokens.read(Path.of(http.tokenFile())),
                http.keystoreFile().isBlank() ? null : ServerCertificate.read(http),
                http.truststoreFile().isBlank() ? null : ClientCertificates.of(http.commanders()),
                http.requestsPerSecond());
    }

    /** Returns whether everyone may ask and command. */
    public boolean isOpen() {
        return tokens == null && clients == null;
    }

    /** Returns whether there are tokens to show. */
    public boolean hasTokens() {
        return tokens != null;
    }

    /** Returns how many requests of one client's address are answered in a second; 0 for any number. */
    public int requestsPerSecond() {
        return requestsPerSecond;
    }

    /** Returns the certificate for TLS; empty for plain HTTP. */
    public Optional<ServerCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /** Scheme of this instance's URLs. */
    public String scheme() {
        return certificate == null ? "http" : "https";
    }

    /**
     * Sender of a request. A token that is shown counts, and a wrong one is refused; then the session, then the
     * certificate.
     *
     * @param authorization the header of this name
     * @param session from a cookie
     * @param certificates of the client, its own first; null for none
     * @return empty if it shows none of these that this instance knows
     */
    public Optional<Caller> caller(
            @Nullable String authorization, @Nullable String session, X509Certificate @Nullable [] certificates) {
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String token = authorization.substring(BEARER.length()).strip();
            return tokens == null ? Optional.empty() : tokens.caller(token);
        }
        Optional<Caller> ofSession = session == null ? Optional.empty() : sessions.caller(session);
        return ofSession.or(() -> certified(certificates));
    }

    private Optional<Caller> certified(X509Certificate @Nullable [] certificates) {
        return clients == null || certificates == null || certificates.length == 0
                ? Optional.empty()
                : clients.caller(certificates[0]);
    }

    /** The name of a new session for who shows this token; empty if it is none. */
    public Optional<String> logIn(String token) {
        return tokens == null ? Optional.empty() : tokens.caller(token).map(sessions::open);
    }

    /** Returns the client for questions to other instances, which have the same tokens or trust its certificate. */
    public Peers peers() {
        return Peers.with(tokens == null ? "" : tokens.own(), certificate);
    }
}
