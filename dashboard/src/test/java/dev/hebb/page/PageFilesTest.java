package dev.hebb.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that the files that the page loads exist, and keep to the content security policy they are served with. */
class PageFilesTest {
    private static final URI ROOT = URI.create("/page/");
    private static final Pattern LOADED =
            Pattern.compile("(?:from |import |href=|src=)\"((?:/page/|\\.\\.?/)[^\"]+)\"");

    @Test
    void everyFileThatIsLoadedIsServedAndNoOther() throws IOException {
        // Given
        Set<String> loaded = new TreeSet<>(Set.of("index.html"));

        // When
        for (String name : new PageFiles().names()) {
            if (!name.startsWith("lib/") && !name.endsWith(".svg")) {
                LOADED.matcher(text(name))
                        .results()
                        .map(match -> loadedBy(name, match.group(1)))
                        .forEach(loaded::add);
            }
        }

        // Then
        assertThat(loaded).contains("app.js", "lib/d3.js", "lib/uplot.js", "graph/graph.js", "style/base.css");
        assertThat(loaded).isEqualTo(new PageFiles().names());
    }

    private static String loadedBy(String name, String address) {
        URI absolute = ROOT.resolve(name).resolve(address);
        return ROOT.relativize(absolute).toString();
    }

    @Test
    void noScriptOrStyleIsInTheMarkup() throws IOException {
        // When
        List<String> scripts = Pattern.compile("<script[^>]*>[^<]*|<style|\\sstyle=|\\son[a-z]+=")
                .matcher(text("index.html"))
                .results()
                .map(MatchResult::group)
                .toList();

        // Then
        assertThat(scripts).containsExactly("<script type=\"module\" src=\"/page/app.js\">");
    }

    @Test
    void namesFromOutsideAreNeverMarkup() throws IOException {
        for (String name : new PageFiles().names()) {
            if (name.endsWith(".js") && !name.startsWith("lib/")) {
                assertThat(text(name)).as(name).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(");
            }
        }
    }

    @Test
    void linesAreShortEnough() throws IOException {
        for (String name : new PageFiles().names()) {
            if (!name.startsWith("lib/")) {
                assertThat(Arrays.asList(text(name).split("\n", -1)))
                        .as(name)
                        .noneMatch(line -> line.length() > 120 && !line.contains("<path"));
            }
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PageFiles.class.getResourceAsStream("site/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
