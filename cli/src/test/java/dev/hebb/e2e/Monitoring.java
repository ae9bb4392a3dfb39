package dev.hebb.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files for Prometheus and Grafana, and Prometheus' own tool to check them. */
final class Monitoring {
    static final Path PROMETHEUS = Path.of("../monitoring/prometheus");
    static final Path DASHBOARDS = Path.of("../monitoring/grafana/dashboards");

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Pattern METRIC = Pattern.compile("\\b(?:hebb|kafka|jvm|process|system)_[a-z0-9_]+");

    private Monitoring() {}

    static boolean hasPromtool() {
        return Files.isExecutable(PROMTOOL);
    }

    /**
     * Runs promtool.
     *
     * @param input what it reads from standard input
     * @return what it wrote, with its exit code as the last line
     */
    static String promtool(String input, String... arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile("promtool", ".txt");
        try {
            Files.writeString(file, input);
            ProcessBuilder command = new ProcessBuilder(PROMTOOL.toString());
            command.command().addAll(List.of(arguments));
            Process process = command.directory(PROMETHEUS.toFile())
                    .redirectInput(file.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return output + process.waitFor();
        } finally {
            Files.delete(file);
        }
    }

    /** All expressions of all dashboards. */
    static List<String> dashboardQueries() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.sorted()
                    .flatMap(file -> queries(json, file))
                    .map(query -> query.replace("$network", ".*"))
                    .toList();
        }
    }

    private static Stream<String> queries(ObjectMapper json, Path file) {
        try {
            JsonNode dashboard = json.readTree(file.toFile());
            return dashboard.findValuesAsText("expr").stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of metrics of the app in queries or rules. */
    static Set<String> metricsIn(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = METRIC.matcher(text);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    /** Names of metrics in a scrape. */
    static Set<String> metricsOf(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
