package dev.hebb.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.access.Access;
import java.security.cert.X509Certificate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Limit on the requests of each client, by its address: what is beyond is refused before anything is read or looked up.
 * Probes have none, nor do metrics and the questions of other instances, of which one request makes many, unless they
 * lack a token or certificate that they need: else tokens could be guessed there without pause.
 */
final class RequestLimit {
    /** Addresses that are remembered at once; requests of further ones are refused until some are forgotten. */
    private static final int ADDRESSES = 10_000;

    private static final int RETRY_AFTER_SECONDS = 1;

    private RequestLimit() {}

    /**
     * A handler before another one.
     *
     * @param access with the requests of one address in a second; as many may come at once
     */
    static Handler.Wrapper of(Access access, ObjectMapper json, Handler next) {
        int perSecond = access.requestsPerSecond();
        DoSHandler limit = new DoSHandler(
                DoSHandler.ID_FROM_REMOTE_ADDRESS,
                new DoSHandler.LeakingBucketTrackerFactory(perSecond),
                (request, response, callback) -> refuse(perSecond, json, response, callback),
                ADDRESSES);
        limit.excludePath(KnownPaths.probes());
        limit.exclude(request -> isOften(Request.getPathInContext(request)) && isLetIn(access, request));
        limit.setHandler(next);
        return limit;
    }

    private static boolean isOften(String path) {
        return path.equals(KnownPaths.METRICS) || KnownPaths.isOfInstances(path);
    }

    private static boolean isLetIn(Access access, Request request) {
        return access.isOpen()
                || access.caller(request.getHeaders().get(HttpHeader.AUTHORIZATION), null, certificates(request))
                        .isPresent();
    }

    private static X509Certificate @Nullable [] certificates(Request request) {
        return request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData tls
                ? tls.peerCertificates()
                : null;
    }

    private static boolean refuse(int perSecond, ObjectMapper json, Response response, Callback callback)
            throws Exception {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS_429);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        ServerProblems.write(Problem.tooMany(perSecond), json, response, callback);
        return true;
    }
}
