package dev.hebb.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.api.access.Access;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * A form that takes a token and turns it into a session, for the live page. The token may also be in the address as
 * {@code /login#token=…}, which no browser sends to a server.
 */
final class LoginRoutes {
    static final String PATH = "/login";

    private final Access access;
    private final JsonBodies json;
    private final LocalRequests local;
    private final BodyReads bodies = new BodyReads();

    LoginRoutes(Access access, JsonBodies json, LocalRequests local) {
        this.access = access;
        this.json = json;
        this.local = local;
    }

    /** Returns the routes of the login; none where there are no tokens. */
    List<Route> all() {
        return access.hasTokens()
                ? List.of(
                        Route.internal(PATH, "asks for a token", LoginRoutes::form),
                        new Route(HandlerType.POST, PATH, "begins a session", true, this::logIn))
                : List.of();
    }

    private static void form(Context context) throws IOException {
        context.header("Cache-Control", "no-store");
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline';"
                        + " script-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'");
        try (InputStream page = LoginRoutes.class.getResourceAsStream("login.html")) {
            context.contentType("text/html; charset=utf-8")
                    .result(Objects.requireNonNull(page).readAllBytes());
        }
    }

    private void logIn(Context context) throws IOException {
        local.require(context);
        JsonNode body = json.body(bodies.read(context));
        String session = access.logIn(body.path("token").asText())
                .orElseThrow(() -> Problem.unauthorized("the token is none of those in hebb.http.token-file"));
        String secure = access.certificate().isPresent() ? "; Secure" : "";
        context.header(
                "Set-Cookie",
                RequestGuard.cookie(context) + "=" + session + "; Path=/; HttpOnly; SameSite=Strict" + secure);
        context.status(204);
    }
}
