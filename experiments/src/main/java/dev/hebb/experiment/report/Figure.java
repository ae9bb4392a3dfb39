package dev.hebb.experiment.report;

import java.util.List;

/**
 * A figure: lines over time, or bars by category.
 *
 * @param name of its file, without an ending
 * @param title above it
 * @param xLabel under it
 * @param yLabel beside it
 * @param categories of bars, one for each value; empty for lines
 * @param lines what is drawn
 * @param marks moments at which something changed, x and what; lines only
 */
public record Figure(
        String name,
        String title,
        String xLabel,
        String yLabel,
        List<String> categories,
        List<Line> lines,
        List<Mark> marks) {
    public Figure {
        categories = List.copyOf(categories);
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /** A row of points. */
    public record Line(String name, List<Double> xs, List<Double> ys) {
        public Line {
            xs = List.copyOf(xs);
            ys = List.copyOf(ys);
        }
    }

    /** A moment. */
    public record Mark(double x, String what) {}

    /** Lines over event time in minutes. */
    public static Figure lines(String name, String title, String yLabel, List<Line> lines, List<Mark> marks) {
        return new Figure(name, title, "event time, minutes", yLabel, List.of(), lines, marks);
    }

    /** Bars. */
    public static Figure bars(String name, String title, String yLabel, List<String> categories, List<Line> bars) {
        return new Figure(name, title, "", yLabel, categories, bars, List.of());
    }
}
