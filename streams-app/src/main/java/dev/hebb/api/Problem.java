package dev.hebb.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be answered, reported as RFC 9457 {@code application/problem+json}: title, status, detail, and
 * in {@code do} what to try instead.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Content type of every error. */
    public static final String CONTENT_TYPE = "application/problem+json";

    private final int status;
    private final String title;
    private final String advice;
    private final List<String> near;

    private Problem(int status, String title, String detail, String advice, List<String> near) {
        super(detail);
        this.status = status;
        this.title = title;
        this.advice = advice;
        this.near = List.copyOf(near);
    }

    /** The path leads nowhere. */
    public static Problem noRoute(String path, List<String> near) {
        return new Problem(
                404,
                "no such path",
                "nothing answers at " + path,
                near.isEmpty() ? "see /openapi.json for every path" : "try one of 'near', or see /openapi.json",
                near);
    }

    /** The path is not answered with this method. */
    public static Problem method(String method) {
        return new Problem(
                405,
                "method not allowed",
                "the method is " + method + "; use GET",
                "send commands with POST to /v1/networks/{network}/control",
                List.of());
    }

    /** The area is not defined. */
    public static Problem unknownArea(String detail, List<String> known) {
        return new Problem(
                404,
                "unknown area",
                detail,
                known.isEmpty() ? "define it first: command 'area', with its neurons" : "name one of 'near'",
                known);
    }

    /** The command cannot be sent as it is. */
    public static Problem command(String detail, List<String> near) {
        return new Problem(400, "bad command", detail, "correct it and send it again; nothing was sent", near);
    }

    /** Commands are taken from pages and programs that address this instance by its own name. */
    public static Problem stranger(String what, @Nullable String value) {
        return new Problem(
                403,
                "not from here",
                what + " is '" + value + "', which is not a name of this instance",
                "address it as 127.0.0.1 or localhost, or set hebb.http.advertised to the name it is reached by",
                List.of());
    }

    /** No token, or one that is not known. */
    static Problem unauthorized(String detail) {
        return new Problem(
                401,
                "no token",
                detail,
                "send Authorization: Bearer TOKEN, give the command line --token-file, or open /login",
                List.of());
    }

    /** No certificate of which the name can be used, where there are no tokens. */
    static Problem uncertified() {
        return new Problem(
                401,
                "no certificate",
                "the request came without a client certificate that has a common name",
                "show one that is trusted by hebb.http.truststore-file; for the command line, give it to the JVM in"
                        + " $HEBB_JAVA_OPTS, as SECURITY.md says",
                List.of());
    }

    /** A reader does not command. */
    static Problem forbidden(String name) {
        return new Problem(
                403,
                "not allowed",
                "'" + name + "' is a reader",
                "send commands with the token or the certificate of a commander, see hebb.http.token-file and"
                        + " hebb.http.commanders",
                List.of());
    }

    /** A page of another site can send any other content type without a preflight request. */
    public static Problem notJson(@Nullable String type) {
        return new Problem(
                415,
                "not JSON",
                "the content type is " + (type == null ? "not given" : "'" + type + "'"),
                "send the command with Content-Type: application/json",
                List.of());
    }

    /** The client sends more requests than one may. */
    static Problem tooMany(int perSecond) {
        return new Problem(
                429,
                "too many requests",
                "more than " + perSecond + " requests a second came from this address",
                "ask again in a second; hebb.http.requests-per-second is the limit",
                List.of());
    }

    /** Something that the server itself refuses, for one a body that is too large. */
    public static Problem refused(int status, String detail) {
        return new Problem(status, "refused", detail, "see /openapi.json for what can be sent", List.of());
    }

    /** Kafka may not have the command. */
    public static Problem notSent(String detail) {
        return new Problem(
                503, "not sent", detail, "look in the audit, GET of the same path, whether it took effect", List.of());
    }

    /** The network is unknown. */
    public static Problem unknownNetwork(String network, List<String> known) {
        String advice = known.isEmpty()
                ? "no network has closed a window yet: send spikes (hebb replay, hebb simulate), then ask again"
                : "see /v1/networks; a network is known from its first closed window on";
        return new Problem(404, "unknown network", "there is no network '" + network + "'", advice, known);
    }

    /** The network has no such neuron. */
    public static Problem unknownNeuron(String network, int neuron) {
        return new Problem(
                404,
                "unknown neuron",
                "network '" + network + "' has no neuron " + neuron,
                "check the id; a neuron is known from the first window that closes after its first spike",
                List.of());
    }

    /** A parameter cannot be understood. */
    public static Problem parameter(String name, String value, String expected) {
        return new Problem(
                400,
                "bad parameter",
                name + " is '" + value + "', not " + expected,
                "give " + name + " as " + expected,
                List.of());
    }

    /** Returns the problem that there is no such parameter; it is not ignored, because it may be a misspelled one. */
    public static Problem unknownParameter(String name, List<String> known) {
        return new Problem(
                400,
                "unknown parameter",
                "there is no parameter '" + name + "' here",
                known.isEmpty() ? "leave it out; this path has none" : "leave it out, or give one of " + known,
                known);
    }

    /** The answer will be there later. */
    public static Problem notReady(String detail) {
        return new Problem(
                503,
                "not ready",
                detail,
                "ask again in a few seconds; /ready says when, and what is missing",
                List.of());
    }

    /** Something else is asked too often at once. */
    public static Problem busy(String detail) {
        return new Problem(503, "busy", detail, "ask again in a few seconds", List.of());
    }

    /** A bug, or something broken beneath. */
    public static Problem internal(String detail) {
        return new Problem(500, "internal error", detail, "the app's log has the stack trace", List.of());
    }

    public int status() {
        return status;
    }

    /** The JSON object. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", String.valueOf(getMessage()));
        body.put("do", advice);
        if (!near.isEmpty()) {
            body.put("near", near);
        }
        return body;
    }
}
