package dev.hebb.api;

import dev.hebb.api.view.ShardQuestions;
import dev.hebb.page.Page;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.QoSHandler;

/**
 * Limit on the answers that are under way at once. An answer keeps a thread until the client has taken it, and a client
 * may be slow; further requests wait without one, and are refused after a while. Probes have no limit, because their
 * answers fit into any buffer, nor has the stream of a page, which has a thread of its own. Questions of other
 * instances are counted apart: each instance may wait for another.
 */
final class AnswersAtOnce {
    /** Answers to clients. */
    static final int TO_CLIENTS = 10;
    /** Answers to other instances. */
    static final int TO_INSTANCES = 6;

    private static final String INSTANCES = ShardQuestions.INTERNAL + "*";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private AnswersAtOnce() {}

    /** A handler to which others are attached. */
    static Handler.Wrapper limit() {
        QoSHandler instances = limit(TO_INSTANCES);
        instances.includePath(INSTANCES);
        QoSHandler clients = limit(TO_CLIENTS);
        clients.excludePath(INSTANCES);
        clients.excludePath(KnownPaths.probes());
        clients.excludePath(Page.LIVE);
        clients.setHandler(instances);
        return clients;
    }

    private static QoSHandler limit(int most) {
        QoSHandler limit = new QoSHandler();
        limit.setMaxRequestCount(most);
        limit.setMaxSuspend(LONGEST_WAIT);
        return limit;
    }
}
