package dev.hebb.api;

import io.javalin.http.Context;

/**
 * Conditions of every request that changes something: no web page that a user happens to open may command a network.
 *
 * @param trusted names of this instance
 */
record LocalRequests(TrustedHosts trusted) {
    private static final String JSON = "application/json";

    /** @throws Problem if the request is not addressed to us by JSON from a page of ours or from a program */
    void require(Context context) {
        String host = context.header("Host");
        String origin = context.header("Origin");
        String type = context.contentType();
        if (!trusted.areAddressedBy(host)) {
            throw Problem.stranger("Host", host);
        }
        if (!trusted.letIn(origin)) {
            throw Problem.stranger("Origin", origin);
        }
        if (type == null || !type.split(";", -1)[0].strip().equalsIgnoreCase(JSON)) {
            throw Problem.notJson(type);
        }
    }
}
