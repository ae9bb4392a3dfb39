package dev.hebb.config;

import java.util.regex.Pattern;

/**
 * Address of the HTTP API.
 *
 * @param host address to bind, loopback by default
 * @param port port to bind; 0 for any free one
 * @param advertised host and port by which other instances reach this one; empty for host and port
 * @param tokenFile file with the tokens of readers and commanders; empty for an API that is open to this machine
 * @param keystoreFile keystore with key and certificate, for TLS; empty for plain HTTP
 * @param keystorePasswordFile file with the keystore's password
 * @param requestsPerSecond requests of one client's address that are answered in a second, probes and metrics apart; 0
 *     for any number
 */
public record HttpConfig(
        String host,
        int port,
        String advertised,
        String tokenFile,
        String keystoreFile,
        String keystorePasswordFile,
        int requestsPerSecond) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(0*:)+0*1]?");

    private static final int LAST_PORT = 65_535;
    private static final int MOST_REQUESTS = 1_000_000;

    public HttpConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException(
                    "hebb.http.host is empty; give the address to bind, 127.0.0.1 if unsure");
        }
        if (tokenFile.isBlank() && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalArgumentException("hebb.http.host is " + host
                    + ", which other machines reach: without tokens they could read and command every network. Give"
                    + " hebb.http.token-file, or leave the host at 127.0.0.1");
        }
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("hebb.http.port is " + port + "; it must be from 0 to " + LAST_PORT);
        }
        if (requestsPerSecond < 0 || requestsPerSecond > MOST_REQUESTS) {
            throw new IllegalArgumentException("hebb.http.requests-per-second is " + requestsPerSecond
                    + "; it must be from 0, which is no limit, to " + MOST_REQUESTS);
        }
    }
}
