package dev.hebb.config;

import java.util.regex.Pattern;

/**
 * Address of the HTTP API.
 *
 * @param host address to bind, loopback by default
 * @param port port to bind; 0 for any free one
 * @param advertised host and port by which other instances reach this one; empty for those to which it is bound
 * @param tokenFile file with the tokens of readers and commanders; empty for an API that is open to this machine
 * @param keystoreFile keystore with key and certificate, for TLS; empty for plain HTTP
 * @param keystorePasswordFile file with the keystore's password
 * @param truststoreFile keystore with the certificates by which clients are trusted; empty to ask clients for none
 * @param truststorePasswordFile file with the truststore's password
 * @param commanders common names of the client certificates that may command, with commas between them; other
 *     certificates may only ask
 * @param requestsPerSecond requests that one client's address may make in a second, probes and metrics apart; 0 for any
 *     number
 */
public record HttpConfig(
        String host,
        int port,
        String advertised,
        String tokenFile,
        String keystoreFile,
        String keystorePasswordFile,
        String truststoreFile,
        String truststorePasswordFile,
        String commanders,
        int requestsPerSecond) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(0*:)+0*1]?");

    private static final int LAST_PORT = 65_535;
    private static final int MOST_REQUESTS = 1_000_000;

    public HttpConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException(
                    "hebb.http.host is empty; give the address to bind, 127.0.0.1 if unsure");
        }
        if (tokenFile.isBlank()
                && truststoreFile.isBlank()
                && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalArgumentException("hebb.http.host is " + host
                    + ", which other machines reach: without tokens or client certificates they could read and"
                    + " command every network. Give hebb.http.token-file or hebb.http.truststore-file, or leave"
                    + " the host at 127.0.0.1");
        }
        requireWith("truststore-file", truststoreFile, "keystore-file", keystoreFile);
        requireWith("truststore-password-file", truststorePasswordFile, "truststore-file", truststoreFile);
        requireWith("commanders", commanders, "truststore-file", truststoreFile);
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("hebb.http.port is " + port + "; it must be from 0 to " + LAST_PORT);
        }
        if (requestsPerSecond < 0 || requestsPerSecond > MOST_REQUESTS) {
            throw new IllegalArgumentException("hebb.http.requests-per-second is " + requestsPerSecond
                    + "; it must be from 0, for no limit, to " + MOST_REQUESTS);
        }
    }

    private static void requireWith(String name, String value, String needed, String given) {
        if (!value.isBlank() && given.isBlank()) {
            throw new IllegalArgumentException("hebb.http." + name + " is " + value
                    + ", which has no effect without hebb.http." + needed + "; give both or neither");
        }
    }
}
