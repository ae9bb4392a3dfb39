package dev.hebb.experiment.protocol;

import dev.hebb.experiment.loop.Diary;
import dev.hebb.experiment.report.Figure.Line;
import java.util.List;

/** From diaries to lines of figures. */
final class Charts {
    private Charts() {}

    /** One line of a diary, under another name. */
    static Line line(Diary diary, String kept, String shown) {
        return new Line(shown, diary.minutes(), diary.of(kept));
    }

    /** All that a diary kept. */
    static List<Line> all(Diary diary) {
        return diary.names().stream().map(name -> line(diary, name, name)).toList();
    }
}
