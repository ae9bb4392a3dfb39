package dev.hebb.api;

import dev.hebb.api.access.Access;
import dev.hebb.api.access.Caller;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.Set;

/**
 * Check that every request has to pass. A web page of another site may have a domain that resolves to this machine; its
 * requests then name that domain as their host, and are refused. Where there are tokens or certificates of clients, a
 * request needs one, and a command that of a commander. Probes are always answered.
 *
 * @param trusted names of this instance
 * @param access who may do what
 */
record RequestGuard(TrustedHosts trusted, Access access) {
    private static final Set<HandlerType> QUESTIONS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final String CALLER = "dev.hebb.caller";

    void check(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        String host = context.header("Host");
        if (!isForAnyHost(context.path()) && !trusted.mayAsk(host)) {
            throw Problem.stranger("Host", host);
        }
        if (!access.isOpen()
                && !KnownPaths.isProbe(context.path())
                && !context.path().equals(LoginRoutes.PATH)) {
            requireCaller(context);
        }
    }

    /** Metrics need a caller, too, so that Prometheus may have a name of its own for an instance that asks for one. */
    private boolean isForAnyHost(String path) {
        return KnownPaths.isProbe(path) || (path.equals(KnownPaths.METRICS) && !access.isOpen());
    }

    private void requireCaller(Context context) {
        Optional<Caller> caller = access.caller(
                context.header("Authorization"), context.cookie(cookie(context)), context.attribute(CERTIFICATES));
        if (caller.isEmpty()) {
            if (access.hasTokens() && context.method() == HandlerType.GET && isForAPage(context)) {
                context.redirect(LoginRoutes.PATH);
                context.skipRemainingHandlers();
                return;
            }
            context.header("WWW-Authenticate", "Bearer realm=\"hebb\"");
            throw access.hasTokens()
                    ? Problem.unauthorized("the request has no token that this instance knows")
                    : Problem.uncertified();
        }
        if (!QUESTIONS.contains(context.method()) && !caller.get().mayCommand()) {
            throw Problem.forbidden(caller.get().name());
        }
        context.attribute(CALLER, caller.get());
    }

    /** Returns whether a request is for a page to be shown, as those are that a browser makes of its address bar. */
    static boolean isForAPage(Context context) {
        String accepts = context.header("Accept");
        return accepts != null && accepts.contains("text/html");
    }

    /** Returns the sender of a request; empty where everyone may ask. */
    static Optional<Caller> caller(Context context) {
        return Optional.ofNullable(context.attribute(CALLER));
    }

    /** Browsers send a cookie to every port of a host, so that it names its own. */
    static String cookie(Context context) {
        return "hebb-session-" + context.req().getLocalPort();
    }
}
