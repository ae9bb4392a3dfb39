package dev.hebb.config;

/**
 * Address of the HTTP API.
 *
 * @param host address to bind, loopback by default
 * @param port port to bind; 0 for any free one
 * @param advertised host and port by which other instances reach this one; empty for host and port
 */
public record HttpConfig(String host, int port, String advertised) {
    private static final int LAST_PORT = 65_535;

    public HttpConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException(
                    "hebb.http.host is empty; give the address to bind, 127.0.0.1 if unsure");
        }
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("hebb.http.port is " + port + "; it must be from 0 to " + LAST_PORT);
        }
    }
}
