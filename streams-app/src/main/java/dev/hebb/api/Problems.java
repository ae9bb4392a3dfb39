package dev.hebb.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.answer.UnknownAreaException;
import dev.hebb.api.answer.UnknownNetworkException;
import dev.hebb.api.answer.UnknownNeuronException;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.control.NotSentException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handlers of exceptions, which answer with a {@link Problem}. */
record Problems(List<Route> routes, ObjectMapper json) {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String REPORTED = "dev.hebb.problem";
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final String RETRY_AFTER_SECONDS = "2";

    void install(RoutesConfig to) {
        to.exception(Problem.class, this::tell);
        to.exception(
                UnknownNetworkException.class,
                (e, context) -> tell(Problem.unknownNetwork(e.network(), e.known()), context));
        to.exception(
                UnknownNeuronException.class,
                (e, context) -> tell(Problem.unknownNeuron(e.network(), e.neuron()), context));
        to.exception(
                UnknownAreaException.class,
                (e, context) -> tell(Problem.unknownArea(String.valueOf(e.getMessage()), e.known()), context));
        to.exception(
                NotSentException.class, (e, context) -> tell(Problem.notSent(String.valueOf(e.getMessage())), context));
        to.exception(HttpResponseException.class, this::refused);
        to.exception(NotReadyException.class, (e, context) -> notReady(e, context));
        to.exception(Exception.class, this::internal);
        to.error(NOT_FOUND, "*", this::noRoute);
        to.error(
                NOT_ALLOWED,
                "*",
                context -> tell(Problem.method(context.method().toString()), context));
    }

    /**
     * Answers what the server itself refuses. Paths and methods that do not exist are answered by the handlers of their
     * status.
     */
    private void refused(HttpResponseException e, Context context) {
        context.status(e.getStatus());
        if (e.getStatus() != NOT_FOUND && e.getStatus() != NOT_ALLOWED) {
            tell(Problem.refused(e.getStatus(), String.valueOf(e.getMessage())), context);
        }
    }

    private void notReady(NotReadyException e, Context context) {
        context.header("Retry-After", RETRY_AFTER_SECONDS);
        tell(Problem.notReady(String.valueOf(e.getMessage())), context);
    }

    /** If this failed too, Javalin would report the failure in the same way, again and again. */
    private void internal(Exception e, Context context) {
        if (isGone(context)) {
            LOG.debug("a request is gone before it was answered", e);
            return;
        }
        LOG.atError().addKeyValue("path", context.path()).setCause(e).log("a question could not be answered");
        tell(Problem.internal(e.toString()), context);
    }

    /** Returns whether the server has dropped the request; then every question to it fails. */
    private static boolean isGone(Context context) {
        try {
            context.path();
            context.statusCode();
            return false;
        } catch (RuntimeException gone) {
            return true;
        }
    }

    private void noRoute(Context context) {
        if (context.attribute(REPORTED) == null) {
            List<String> open = routes.stream()
                    .filter(route -> !route.internal())
                    .map(Route::path)
                    .toList();
            tell(Problem.noRoute(context.path(), NearRoutes.to(context.path(), open)), context);
        }
    }

    private void tell(Problem problem, Context context) {
        context.attribute(REPORTED, true);
        try {
            context.status(problem.status())
                    .contentType(Problem.CONTENT_TYPE)
                    .result((json.writeValueAsString(problem.body()) + '\n').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
