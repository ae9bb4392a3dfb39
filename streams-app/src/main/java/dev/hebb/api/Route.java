package dev.hebb.api;

import io.javalin.http.Handler;

/**
 * A path that is answered with GET.
 *
 * @param path template, as in /v1/networks/{network}
 * @param summary what one gets, in one line
 * @param internal not part of the public interface
 */
record Route(String path, String summary, boolean internal, Handler handler) {
    static Route open(String path, String summary, Handler handler) {
        return new Route(path, summary, false, handler);
    }

    static Route internal(String path, String summary, Handler handler) {
        return new Route(path, summary, true, handler);
    }
}
