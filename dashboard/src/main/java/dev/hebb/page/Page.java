package dev.hebb.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.client.Connection;
import dev.hebb.page.stream.LivePages;
import dev.hebb.page.stream.PageTopics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.sse.SseHandler;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The live page of an app. Reads no topic before a page is open. */
public final class Page implements AutoCloseable {
    /** Path of the frames for a page, whose answer lasts as long as the page is open. */
    public static final String LIVE = "/page/live";

    private final PageFiles files = new PageFiles();
    private final ObjectMapper json;
    private final LivePages pages;

    /** @param health the health of this instance, in any form that is written as JSON */
    public Page(Connection connection, SchemaRegistryClient registry, ObjectMapper json, Supplier<?> health) {
        this.json = json;
        this.pages = new LivePages(new PageTopics(connection, registry), json, health);
    }

    /** The page itself. */
    public void index(Context context) {
        files.index(context);
    }

    /** Returns the routes of the page, of its data and of its files. */
    public List<PageRoute> routes() {
        return List.of(
                new PageRoute("/page", "the live page", this::index),
                new PageRoute(LIVE, "frames for the page", new SseHandler(client -> {
                    pages.open(client, network(client.ctx()));
                })),
                new PageRoute("/page/history", "changes of synapses", this::history),
                new PageRoute("/page/{folder}/{file}", "files of the page and of its libraries", context -> {
                    files.send(context, context.pathParam("folder") + "/" + context.pathParam("file"));
                }),
                new PageRoute("/page/{file}", "files of the page", context -> {
                    files.send(context, context.pathParam("file"));
                }));
    }

    private void history(Context context) throws IOException {
        context.contentType("application/json");
        json.writer().writeValue(context.outputStream(), pages.changes(network(context)));
    }

    private static String network(Context context) {
        String network = context.queryParam("network");
        if (network == null) {
            throw new BadRequestResponse("the parameter 'network' is missing");
        }
        return Objects.requireNonNull(network);
    }

    @Override
    public void close() {
        pages.close();
    }
}
