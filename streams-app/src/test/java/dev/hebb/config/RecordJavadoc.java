package dev.hebb.config;

import dev.hebb.synapse.StageConstants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the sources what the Javadoc of a record says of its components. */
final class RecordJavadoc {
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../engine/src/main/java"));

    private RecordJavadoc() {}

    /** The text of {@code @param component}, in Markdown, on one line. */
    static String of(Class<?> record, String component) {
        Class<?> top = record.getDeclaringClass() == null ? record : record.getDeclaringClass();
        String source = source(top);
        int declared = source.indexOf("record " + record.getSimpleName() + "(");
        String javadoc = source.substring(source.lastIndexOf("/**", declared), declared);
        Matcher text = Pattern.compile("@param " + component + " (.*?)(?=\\* @|\\*/)", Pattern.DOTALL)
                .matcher(javadoc);
        if (!text.find()) {
            throw new IllegalStateException(record.getName() + " does not say what " + component + " is");
        }
        return markdown(text.group(1));
    }

    private static String source(Class<?> top) {
        String file = top.getName().replace('.', '/') + ".java";
        return SOURCES.stream()
                .map(root -> root.resolve(file))
                .filter(Files::exists)
                .map(RecordJavadoc::read)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no source of " + top));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String markdown(String javadoc) {
        return javadoc.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)}", "`$1`")
                .replace("{@value #UNDECIDED_TERMS}", Integer.toString(StageConstants.UNDECIDED_TERMS))
                .replace("&lt;", "<")
                .replace("&amp;", "&")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
