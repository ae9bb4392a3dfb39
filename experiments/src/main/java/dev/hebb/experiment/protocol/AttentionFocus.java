package dev.hebb.experiment.protocol;

import dev.hebb.command.Command;
import dev.hebb.command.Command.Attention;
import dev.hebb.command.Target;
import dev.hebb.experiment.Backend;
import dev.hebb.experiment.Circuit;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.Size;
import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.Figure;
import dev.hebb.experiment.report.Result;
import dev.hebb.experiment.run.ExperimentRun;
import dev.hebb.experiment.run.WindowHistory;
import java.util.List;
import java.util.Map;

/** Experiment on attention: two areas are built and practised alike, and one of them is attended. */
public final class AttentionFocus implements Experiment {
    private static final double END = 12;
    private static final double GAIN = 4;
    private static final double LEVEL = 0.25;

    @Override
    public String name() {
        return "attention";
    }

    @Override
    public String question() {
        return "Two areas are wired and practised alike; attention of gain 4 is paid to one of them from the beginning."
                + " Is learning stronger and faster there?";
    }

    @Override
    public String departures() {
        return "Attention is a factor of the learning rate here. In brains it also changes firing itself, and acts through"
                + " neuromodulators with time courses of their own.";
    }

    /** Learning so slow that the gain makes it four times as fast, and not faster than it can be. */
    @Override
    public Map<String, String> settings() {
        return Map.of("stages.growth.learning-rate", "0.2");
    }

    @Override
    public Result run(Backend backend, Size size, long seed) throws InterruptedException {
        int chains = size.of(20, 8);
        Circuit circuit = new Circuit(seed);
        for (String area : List.of("attended", "ignored")) {
            circuit.area(area, 4 * chains).bundle(area, area, chains, 3).practise(area, 0.4, 0, END);
        }
        ExperimentRun run = backend.start("attention", circuit.tissue());
        for (String area : List.of("attended", "ignored")) {
            run.history().recordWeight(area, run.pairsOf(area));
        }
        run.command(new Attention(Target.area("attended"), GAIN, Command.FOREVER));
        run.live(Minutes.micros(END));
        WindowHistory history = run.history();
        return new Result(
                List.of(
                        Expectation.times(
                                "mean weight after twelve minutes, attended against ignored",
                                history.at("attended", Minutes.micros(END)),
                                history.at("ignored", Minutes.micros(END)),
                                1.15),
                        Expectation.times(
                                "minutes until the mean weight is 0.25, ignored against attended",
                                history.minutesUntil("ignored", 0, LEVEL),
                                history.minutesUntil("attended", 0, LEVEL),
                                1.15)),
                List.of(Figure.lines(
                        "attention-weights",
                        "Attention focuses change",
                        "mean weight",
                        HistoryLines.all(history),
                        List.of())));
    }
}
