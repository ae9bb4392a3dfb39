package dev.hebb.page;

import io.javalin.http.Handler;

/**
 * A path of the page, answered to GET. Not part of the public interface.
 *
 * @param summary what one gets, in one line
 */
public record PageRoute(String path, String summary, Handler handler) {}
