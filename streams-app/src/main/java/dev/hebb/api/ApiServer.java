package dev.hebb.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.hebb.api.access.Access;
import dev.hebb.page.Page;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The HTTP server. Started before Kafka Streams, so that the other instances can learn its port. */
public final class ApiServer implements AutoCloseable {
    /** More than {@link AnswersAtOnce} needs, so that probes and connections have some. */
    private static final int THREADS = 24;

    private static final int IDLE_THREADS = 4;

    private final Javalin server;

    private ApiServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param host address to bind, a loopback address unless the user says otherwise
     * @param port 0 for any that is free
     * @param access who may do what, and the certificate for TLS
     * @param page the live page; null for an API without it
     * @throws CannotListenException if the port is taken, or the address is none of this machine's
     */
    public static ApiServer start(String host, int port, Access access, ApiParts parts, @Nullable Page page) {
        ObjectMapper json = json();
        QueryCheck queries = QueryCheck.ofDocument(json);
        List<Route> routes = new Routes(parts, access, json, page)
                .all().stream().map(queries::checked).toList();
        Javalin server = Javalin.create(config -> {
            configure(config);
            config.jetty.addConnector((jetty, http) -> connector(jetty, http, access, host, port));
            config.jetty.modifyServer(jetty -> {
                jetty.setErrorHandler(new ServerProblems(json));
                Handler.Wrapper atOnce = AnswersAtOnce.limit();
                jetty.setHandler(access.requestsPerSecond() > 0 ? RequestLimit.of(access, json, atOnce) : atOnce);
            });
            config.routes.before(new RequestGuard(parts.control().trusted(), access)::check);
            routes.forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), route.handler()));
            new Problems(routes, json).install(config.routes);
        });
        try {
            return new ApiServer(server.start());
        } catch (JavalinBindException e) {
            throw new CannotListenException(host, port, e);
        }
    }

    /**
     * Returns the mapper by which instances write and read JSON; readers pass over fields that a newer instance added.
     */
    public static ObjectMapper json() {
        return new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static ServerConnector connector(
            Server jetty, HttpConfiguration http, Access access, String host, int port) {
        ServerConnector connector = access.certificate()
                .map(certificate -> Connectors.tls(jetty, http, certificate))
                .orElseGet(() -> Connectors.plain(jetty, http));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, IDLE_THREADS);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            // A network may be called a/b: then %2F is part of a name.
            http.setUriCompliance(UriCompliance.DEFAULT.with(
                    "names",
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                    UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
                    UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
        });
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
    }
}
