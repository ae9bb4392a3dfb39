package dev.hebb.experiment.protocol;

import dev.hebb.experiment.report.Figure.Line;
import dev.hebb.experiment.run.WindowHistory;
import java.util.List;

/** Lines of figures from the histories of runs. */
final class HistoryLines {
    private HistoryLines() {}

    /** One number of a history, under another name. */
    static Line line(WindowHistory history, String recorded, String shown) {
        return new Line(shown, history.minutes(), history.of(recorded));
    }

    /** All numbers of a history. */
    static List<Line> all(WindowHistory history) {
        return history.names().stream().map(name -> line(history, name, name)).toList();
    }
}
