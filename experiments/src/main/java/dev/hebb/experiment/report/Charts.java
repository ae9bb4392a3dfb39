package dev.hebb.experiment.report;

import dev.hebb.experiment.report.Figure.Line;
import dev.hebb.experiment.report.Figure.Mark;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws figures as PNG images. */
final class Charts {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 620;
    private static final int DPI = 96;
    private static final float LINE_WIDTH = 2.5f;
    private static final double HEADROOM = 1.16;
    private static final double HIGH = 0.97;
    private static final double LOW = 0.91;
    private static final double FROM_AXIS = 0.2;

    /** Okabe and Ito's colours, which the colour-blind can tell apart. */
    private static final Color[] COLORS = {
        new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0xcc79a7), new Color(0x56b4e9)
    };

    private Charts() {}

    /** Writes a figure into a directory, under its name. */
    static void write(Figure figure, Path directory) throws IOException {
        Chart<?, ?> chart = figure.categories().isEmpty() ? lines(figure) : bars(figure);
        BitmapEncoder.saveBitmapWithDPI(chart, directory.resolve(figure.name()).toString(), BitmapFormat.PNG, DPI);
    }

    private static XYChart lines(Figure figure) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(figure.title())
                .xAxisTitle(figure.xLabel())
                .yAxisTitle(figure.yLabel())
                .build();
        plain(chart.getStyler());
        chart.getStyler().setXAxisDecimalPattern("0").setYAxisDecimalPattern("0.##");
        chart.getStyler().setPlotContentSize(1);
        double top = top(figure);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(top);
        for (Line line : figure.lines()) {
            chart.addSeries(line.name(), line.xs(), line.ys())
                    .setMarker(SeriesMarkers.NONE)
                    .setLineStyle(new BasicStroke(LINE_WIDTH));
        }
        boolean high = true;
        for (Mark mark : figure.marks()) {
            // Names of neighbouring marks at two heights, and away from the axis, so that all can be read.
            double x = mark.x() == 0 && figure.marks().size() > 1
                    ? FROM_AXIS * figure.marks().get(1).x()
                    : mark.x();
            chart.addAnnotation(new AnnotationLine(mark.x(), true, false));
            chart.addAnnotation(new AnnotationText(mark.what(), x, top * (high ? HIGH : LOW), false));
            high = !high;
        }
        return chart;
    }

    private static CategoryChart bars(Figure figure) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(figure.title())
                .yAxisTitle(figure.yLabel())
                .build();
        plain(chart.getStyler());
        chart.getStyler().setYAxisMin(0.0);
        figure.lines().forEach(line -> chart.addSeries(line.name(), figure.categories(), line.ys()));
        return chart;
    }

    private static void plain(Styler styler) {
        styler.setSeriesColors(COLORS);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setLegendPosition(LegendPosition.OutsideE);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartTitleBoxVisible(false);
    }

    /** Space above the highest point for the names of marks. */
    private static double top(Figure figure) {
        double highest = figure.lines().stream()
                .flatMap(line -> line.ys().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return Math.max(HEADROOM * highest, 1e-9);
    }
}
