package dev.hebb.api;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * A path and how it is answered.
 *
 * @param method GET for a question, POST for a command
 * @param path template, as in /v1/networks/{network}
 * @param summary what one gets, in one line
 * @param internal not part of the public interface
 */
record Route(HandlerType method, String path, String summary, boolean internal, Handler handler) {
    static Route open(String path, String summary, Handler handler) {
        return new Route(HandlerType.GET, path, summary, false, handler);
    }

    static Route command(String path, String summary, Handler handler) {
        return new Route(HandlerType.POST, path, summary, false, handler);
    }

    static Route internal(String path, String summary, Handler handler) {
        return new Route(HandlerType.GET, path, summary, true, handler);
    }
}
