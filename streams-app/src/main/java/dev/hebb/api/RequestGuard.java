package dev.hebb.api;

import io.javalin.http.Context;
import java.util.Set;

/**
 * Check that every request has to pass. A web page of another site may have a domain that resolves to this machine; its
 * requests then name that domain as their host, and are refused. Probes and metrics are always answered.
 *
 * @param trusted names of this instance
 */
record RequestGuard(TrustedHosts trusted) {
    private static final Set<String> ALWAYS = Set.of("/health", "/ready", "/metrics");

    void check(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        String host = context.header("Host");
        if (!ALWAYS.contains(context.path()) && !trusted.mayAsk(host)) {
            throw Problem.stranger("Host", host);
        }
    }
}
