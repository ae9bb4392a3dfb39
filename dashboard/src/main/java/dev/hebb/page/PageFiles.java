package dev.hebb.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page and of its libraries. Only files that are named here are served; all of them are on the class
 * path, so that the page works without a network.
 */
final class PageFiles {
    private static final String SITE = "/dev/hebb/page/site/";
    private static final String WEB_JARS = "/META-INF/resources/webjars/";
    private static final String INDEX = "index.html";

    /**
     * Content security policy: nothing from elsewhere, no inline script or style, and no site may frame the page, which
     * sends commands.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
            + " blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, PageFile> files = new TreeMap<>();

    PageFiles() {
        for (String name : read(SITE + "files.txt").strip().split("\n", -1)) {
            add(name, SITE + name);
        }
        add("lib/uplot.js", WEB_JARS + "uplot/1.6.30/dist/uPlot.esm.js");
        add("lib/uplot.css", WEB_JARS + "uplot/1.6.30/dist/uPlot.min.css");
        add("lib/d3.js", WEB_JARS + "d3/7.9.0/dist/d3.min.js");
    }

    private void add(String name, String resource) {
        files.put(name, PageFile.of(name, bytes(resource)));
    }

    /** Names of all files. */
    Set<String> names() {
        return Collections.unmodifiableSet(files.keySet());
    }

    void index(Context context) {
        send(context, Objects.requireNonNull(files.get(INDEX)));
    }

    void send(Context context, String name) {
        PageFile file = files.get(name);
        if (file == null) {
            throw new NotFoundResponse("the page has no file " + name);
        }
        send(context, file);
    }

    private static void send(Context context, PageFile file) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept")
                .header("ETag", file.tag());
        if (file.tag().equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(file.type()).result(file.bytes());
        }
    }

    private static String read(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (@Nullable InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
