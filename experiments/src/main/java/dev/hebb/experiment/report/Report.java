package dev.hebb.experiment.report;

import dev.hebb.experiment.report.Figure.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what an experiment has shown: a page of Markdown, and of each figure an image and its numbers as CSV. */
public final class Report {
    private final Description experiment;
    private final List<Result> results;
    private final Result result;

    /** @param results of its runs; all but the first are only summed up */
    public Report(Description experiment, List<Result> results) {
        this.experiment = experiment;
        this.results = List.copyOf(results);
        this.result = results.get(0);
    }

    /**
     * Writes everything into a directory, which is made.
     *
     * @return the page
     */
    public Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Figure figure : result.figures()) {
            Charts.write(figure, directory);
            Files.write(directory.resolve(figure.name() + ".csv"), csv(figure));
        }
        Path page = directory.resolve(experiment.name() + ".md");
        Files.write(page, page());
        return page;
    }

    private List<String> page() {
        List<String> lines = new ArrayList<>();
        lines.add("# " + experiment.name());
        lines.add("");
        lines.add(experiment.question());
        lines.add("");
        lines.add("| what must be seen | bound | measured | |");
        lines.add("|---|---|---|---|");
        for (Expectation expectation : result.expectations()) {
            lines.add("| " + expectation.what() + " | " + expectation.bound() + " | " + expectation.measured() + " | "
                    + (expectation.met() ? "seen" : "**not seen**") + " |");
        }
        lines.add("");
        if (results.size() > 1) {
            addSummaries(lines);
        }
        for (Figure figure : result.figures()) {
            lines.add("![" + figure.title() + "](" + figure.name() + ".png)");
            lines.add("");
        }
        lines.add("**Where the model departs from biology.** " + experiment.departures());
        lines.add("");
        lines.add("Settings other than the defaults:");
        lines.add("");
        experiment.settings().forEach((name, value) -> lines.add("    hebb." + name + " = " + value));
        return lines;
    }

    private void addSummaries(List<String> lines) {
        lines.add(
                "The same with " + results.size() + " seeds, of which the table above and the figures show the first:");
        lines.add("");
        lines.add("| what must be seen | bound | median | range | seen |");
        lines.add("|---|---|---|---|---|");
        for (ExpectationSummary summary : ExpectationSummary.of(results)) {
            lines.add("| " + summary.what() + " | " + summary.bound() + " | " + summary.median() + " | "
                    + summary.range() + " | " + summary.met() + " of " + summary.runs() + " |");
        }
        lines.add("");
    }

    private static List<String> csv(Figure figure) {
        List<String> lines = new ArrayList<>();
        boolean bars = !figure.categories().isEmpty();
        lines.add(bars ? "series,category,value" : "series,minute,value");
        for (Line line : figure.lines()) {
            for (int k = 0; k < line.ys().size(); k++) {
                String x = bars ? figure.categories().get(k) : line.xs().get(k).toString();
                lines.add(
                        quoted(line.name()) + ',' + quoted(x) + ',' + line.ys().get(k));
            }
        }
        return lines;
    }

    private static String quoted(String text) {
        return text.contains(",") ? '"' + text + '"' : text;
    }
}
