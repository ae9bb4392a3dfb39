package dev.hebb.experiment.protocol;

import dev.hebb.command.Command;
import dev.hebb.command.Command.Stress;
import dev.hebb.experiment.Backend;
import dev.hebb.experiment.Circuit;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.Size;
import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.Figure;
import dev.hebb.experiment.report.Figure.Line;
import dev.hebb.experiment.report.Figure.Mark;
import dev.hebb.experiment.report.Result;
import dev.hebb.experiment.run.ExperimentRun;
import dev.hebb.synapse.NeuronPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Experiment on stress: one cue leads to two responses, one of them better practised, under stress and in calm. */
public final class StressAndCalm implements Experiment {
    private static final double STRESS = 8;
    private static final double CALM = 13;
    private static final double END = 20;
    private static final double LEVEL = 0.65;
    private static final double HABIT_DRIVE = 0.9;

    @Override
    public String name() {
        return "stress";
    }

    @Override
    public String question() {
        return "The same cue leads into a habit, much practised, and into an alternative, which is practised less. Stress of"
                + " level 0.65 comes after eight minutes, calm after thirteen; something new is practised from the tenth"
                + " minute on. What does the cue evoke, and when is the new thing learned?";
    }

    @Override
    public String departures() {
        return "Stress is one number. In brains, glucocorticoids and noradrenaline shift control from prefrontal cortex to"
                + " striatum within minutes, and chronic stress reshapes dendrites. That forgetting pauses together with"
                + " learning is a choice of this model.";
    }

    /** Slows the decay, so that what is hardly used under stress is still there in calm. */
    @Override
    public Map<String, String> settings() {
        return Map.of("stages.growth.decay-micros", "90000000");
    }

    @Override
    public Result run(Backend backend, Size size, long seed) throws InterruptedException {
        ExperimentRun run =
                backend.start("stress", circuit(size.of(20, 8), seed).tissue());
        for (String route : List.of("habit", "alternative", "new")) {
            run.history().recordWeight(route, run.pairsOf(route));
        }
        List<Expectation> expectations = new ArrayList<>();
        Responses responses = new Responses(run);
        run.live(Minutes.micros(STRESS), responses::add);
        expectations.add(beforeStress(run));
        run.command(new Stress(LEVEL, Command.FOREVER));
        run.live(Minutes.micros(CALM - STRESS), responses::add);
        expectations.addAll(underStress(run));
        run.command(new Stress(0, Command.FOREVER));
        run.live(Minutes.micros(END - CALM), responses::add);
        expectations.addAll(inCalm(run));
        return new Result(expectations, List.of(responses.figure(), weights(run)));
    }

    private static Expectation beforeStress(ExperimentRun run) {
        return Expectation.atLeast(
                "response of the alternative before stress",
                run.response("alternative", Minutes.micros(STRESS - 2)),
                0.5);
    }

    private static List<Expectation> underStress(ExperimentRun run) {
        long from = Minutes.micros(STRESS + 1);
        return List.of(
                Expectation.atLeast(
                        "response of the habit under stress", run.response("habit", "alternative", from), 0.7),
                Expectation.atMost(
                        "response of the alternative under stress",
                        run.response("alternative", "alternative", from),
                        0.25),
                Expectation.atMost("synapses of the new route formed under stress", learned(run), 0.1));
    }

    private static List<Expectation> inCalm(ExperimentRun run) {
        return List.of(
                Expectation.atLeast(
                        "synapses of the new route that conduct after seven minutes of calm", learned(run), 0.8),
                Expectation.atLeast(
                        "response of the alternative in calm again",
                        run.response("alternative", Minutes.micros(END - 3)),
                        0.5));
    }

    /** Share of the new route's pairs that are active synapses. */
    private static double learned(ExperimentRun run) {
        Set<NeuronPair> pairs = run.pairsOf("new");
        return (double) run.synapses().active(pairs).size() / pairs.size();
    }

    private static Figure weights(ExperimentRun run) {
        return Figure.lines(
                "stress-weights",
                "Learning pauses under stress",
                "mean weight",
                HistoryLines.all(run.history()),
                marks());
    }

    private static List<Mark> marks() {
        return List.of(new Mark(STRESS, "stress"), new Mark(CALM, "calm"));
    }

    private static Circuit circuit(int chains, long seed) {
        Circuit circuit = new Circuit(seed).area("cortex", 9 * chains);
        int[] cue = circuit.take("cortex", chains);
        int[] habit = circuit.take("cortex", chains);
        int[] alternative = circuit.take("cortex", chains);
        return circuit.bundle("habit", HABIT_DRIVE, 0, List.of(cue, habit))
                .bundle("alternative", Circuit.DRIVE, Circuit.READINESS, List.of(cue, alternative))
                .practise("alternative", 1, 0, END)
                .bundle("new", "cortex", chains, 2)
                .practise("new", 1, STRESS + 2, END);
    }

    /** Responses to the cue over the last minute, after each window. */
    private static final class Responses {
        private final ExperimentRun run;
        private final List<Double> minutes = new ArrayList<>();
        private final List<Double> habit = new ArrayList<>();
        private final List<Double> alternative = new ArrayList<>();

        Responses(ExperimentRun run) {
            this.run = run;
        }

        void add() {
            long since = run.nowMicros() - Minutes.micros(1);
            minutes.add(run.nowMicros() / 60e6);
            habit.add(run.response("habit", "alternative", since));
            alternative.add(run.response("alternative", "alternative", since));
        }

        Figure figure() {
            return Figure.lines(
                    "stress-responses",
                    "Under stress the practised route prevails",
                    "response to the cue",
                    List.of(new Line("habit", minutes, habit), new Line("alternative", minutes, alternative)),
                    marks());
        }
    }
}
