package dev.hebb.api.access;

import dev.hebb.config.HttpConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules of access to one instance: open to everyone who reaches it, or by tokens. Safe to use from any thread. */
public final class Access {
    private static final String BEARER = "bearer ";

    private final @Nullable Tokens tokens;
    private final @Nullable ServerCertificate certificate;
    private final int requestsPerSecond;
    private final Sessions sessions = new Sessions(System::nanoTime);

    private Access(@Nullable Tokens tokens, @Nullable ServerCertificate certificate, int requestsPerSecond) {
        this.tokens = tokens;
        this.certificate = certificate;
        this.requestsPerSecond = requestsPerSecond;
    }

    /** Returns access without tokens, TLS and limit on requests. */
    public static Access open() {
        return new Access(null, null, 0);
    }

    /**
     * Reads the tokens and the certificate that are configured.
     *
     * @throws IllegalArgumentException naming the setting, if a file cannot be used
     */
    public static Access of(HttpConfig http) {
        return new Access(
                http.tokenFile().isBlank() ? null : Tokens.read(Path.of(http.tokenFile())),
                http.keystoreFile().isBlank()
                        ? null
                        : ServerCertificate.read(Path.of(http.keystoreFile()), http.keystorePasswordFile()),
                http.requestsPerSecond());
    }

    /** Returns whether everyone may ask and command. */
    public boolean isOpen() {
        return tokens == null;
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
     * Sender of a request.
     *
     * @param authorization the header of this name
     * @param session from a cookie
     * @return empty if it shows neither a token nor a session
     */
    public Optional<Caller> caller(@Nullable String authorization, @Nullable String session) {
        if (tokens == null) {
            return Optional.empty();
        }
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return tokens.caller(authorization.substring(BEARER.length()).strip());
        }
        return session == null ? Optional.empty() : sessions.caller(session);
    }

    /** The name of a new session for who shows this token; empty if it is none. */
    public Optional<String> logIn(String token) {
        return tokens == null ? Optional.empty() : tokens.caller(token).map(sessions::open);
    }

    /** Returns the client for questions to other instances, which have the same tokens. */
    public Peers peers() {
        return Peers.with(tokens == null ? "" : tokens.own(), certificate);
    }
}
