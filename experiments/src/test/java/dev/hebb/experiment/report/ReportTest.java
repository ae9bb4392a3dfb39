package dev.hebb.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.experiment.Backend;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.Size;
import dev.hebb.experiment.report.Figure.Line;
import dev.hebb.experiment.report.Figure.Mark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Figure WEIGHTS = Figure.lines(
            "weights",
            "Weights over time",
            "mean weight",
            List.of(
                    new Line("kept", List.of(1.0, 2.0), List.of(0.25, 0.5)),
                    new Line("dropped, later", List.of(1.0, 2.0), List.of(0.25, 0.0))),
            List.of(new Mark(0, "begin"), new Mark(1.5, "stop")));
    private static final Figure TURNOVER = Figure.bars(
            "turnover",
            "Turnover",
            "percent",
            List.of("GROWTH", "mouse, 1 month"),
            List.of(new Line("formed", List.of(), List.of(3.0, 1.5))));

    private final Path directory;

    ReportTest(@TempDir Path directory) {
        this.directory = directory.resolve("not/made/yet");
    }

    @Test
    void writesAPageWithEveryExpectationFigureAndSetting() throws IOException {
        // When
        Path page = write(result(0.95));

        // Then
        assertThat(page).isEqualTo(directory.resolve("sample.md"));
        assertThat(Files.readAllLines(page))
                .startsWith(
                        "# sample",
                        "",
                        "What is asked?",
                        "",
                        "| what must be seen | bound | measured | |",
                        "|---|---|---|---|",
                        "| kept | at least 90 % | 95 % | seen |",
                        "| lost | at most 5 % | 6 % | **not seen** |",
                        "")
                .containsSubsequence(
                        "![Weights over time](weights.png)",
                        "![Turnover](turnover.png)",
                        "**Where the model departs from biology.** In this.")
                .contains(
                        "    hebb.judge-every-windows = 15",
                        "    hebb.stages.growth.decay-micros = 7",
                        "    hebb.window-micros = 2000000")
                .noneMatch(line -> line.contains("seeds"));
    }

    @Test
    void sumsUpTheOtherSeeds() throws IOException {
        // When
        Path page = write(result(0.95), result(0.5), result(0.92));

        // Then
        assertThat(Files.readAllLines(page))
                .contains("| kept | at least 90 % | 95 % | seen |")
                .containsSubsequence(
                        "The same with 3 seeds, of which the table above and the figures show the first:",
                        "| what must be seen | bound | median | range | seen |",
                        "| kept | at least 90 % | 92 % | 50 % to 95 % | 2 of 3 |",
                        "| lost | at most 5 % | 6 % | 6 % to 6 % | 0 of 3 |");
    }

    @Test
    void writesTheNumbersOfAFigure() throws IOException {
        // When
        write(result(1));

        // Then
        assertThat(directory.resolve("weights.csv")).hasContent("""
                        series,minute,value
                        kept,1.0,0.25
                        kept,2.0,0.5
                        "dropped, later",1.0,0.25
                        "dropped, later",2.0,0.0
                        """);
        assertThat(directory.resolve("turnover.csv")).hasContent("""
                        series,category,value
                        formed,GROWTH,3.0
                        formed,"mouse, 1 month",1.5
                        """);
    }

    @Test
    void drawsLinesAndBars() throws IOException {
        // When
        write(result(1));

        // Then
        assertThat(colours("weights.png")).contains(0x0072b2, 0xd55e00);
        assertThat(colours("turnover.png")).contains(0x0072b2).doesNotContain(0xd55e00);
    }

    private Path write(Result... results) throws IOException {
        return new Report(new Sample().description(), List.of(results)).write(directory);
    }

    private static Result result(double kept) {
        return new Result(
                List.of(Expectation.atLeast("kept", kept, 0.9), Expectation.atMost("lost", 0.06, 0.05)),
                List.of(WEIGHTS, TURNOVER));
    }

    private int[] colours(String name) throws IOException {
        BufferedImage image = ImageIO.read(directory.resolve(name).toFile());
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(pixel -> image.getRGB(pixel % image.getWidth(), pixel / image.getWidth()) & 0xffffff)
                .distinct()
                .toArray();
    }

    /** An experiment that is not run. */
    private static final class Sample implements Experiment {
        @Override
        public String name() {
            return "sample";
        }

        @Override
        public String question() {
            return "What is asked?";
        }

        @Override
        public String departures() {
            return "In this.";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("stages.growth.decay-micros", "7");
        }

        @Override
        public Result run(Backend backend, Size size, long seed) {
            throw new UnsupportedOperationException();
        }
    }
}
