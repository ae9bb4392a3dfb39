package dev.hebb.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Limit on the requests of each client, by its address: what is beyond is refused before anything is read or looked up.
 * Probes and metrics have none, nor do the questions of other instances, of which one request makes many.
 */
final class RequestLimit {
    /** Addresses that are remembered at once; requests of further ones are refused until some are forgotten. */
    private static final int ADDRESSES = 10_000;

    private static final String[] WITHOUT = {"/health", "/ready", "/metrics", "/internal/*"};
    private static final int RETRY_AFTER_SECONDS = 1;

    private RequestLimit() {}

    /**
     * A handler to which others are attached.
     *
     * @param perSecond requests of one address in a second; as many may come at once
     */
    static Handler.Wrapper of(int perSecond, ObjectMapper json) {
        DoSHandler limit = new DoSHandler(
                DoSHandler.ID_FROM_REMOTE_ADDRESS,
                new DoSHandler.LeakingBucketTrackerFactory(perSecond),
                (request, response, callback) -> refuse(perSecond, json, response, callback),
                ADDRESSES);
        limit.excludePath(WITHOUT);
        return limit;
    }

    private static boolean refuse(int perSecond, ObjectMapper json, Response response, Callback callback)
            throws Exception {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS_429);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        ServerProblems.write(Problem.tooMany(perSecond), json, response, callback);
        return true;
    }
}
