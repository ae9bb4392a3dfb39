package dev.hebb.experiment.protocol;

import dev.hebb.command.Command.Stage;
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
import dev.hebb.loop.LearnedSynapses;
import dev.hebb.synapse.ChangeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Experiment on turnover: practice changes at a steady pace, and the wiring follows it faster or slower by age. */
public final class Ageing implements Experiment {
    /** Minutes of event time that represent a week. */
    private static final double WEEK = 2;

    private static final List<String> STAGES = List.of("GROWTH", "REFINEMENT", "MATURITY");

    /**
     * Percent of spines a week, of mice of one month and of four to six months: half of what Zuo 2005 has for two
     * weeks.
     */
    private static final List<Double> SPINES_ELIMINATED = List.of(8.2, 2.0);

    private static final List<Double> SPINES_FORMED = List.of(3.2, 2.0);

    /** Formed and eliminated a week, in percent of the synapses there are. */
    private record Turnover(double formed, double eliminated) {}

    @Override
    public String name() {
        return "ageing";
    }

    @Override
    public String question() {
        return "Each week (two minutes) one of the practised routes is given up for another. What share of the synapses"
                + " is formed and eliminated a week, by stage, and in dendritic spines of mice (Zuo et al. 2005)?";
    }

    @Override
    public String departures() {
        return "The pace at which experience changes is given, and the same at every age. A week is defined as two"
                + " minutes, so only the ratios between stages mean anything. Spines are seen in a microscope, synapses"
                + " here are inferred from spikes; a spine may go while its coupling stays.";
    }

    /** REFINEMENT prunes heavily all through; what survives to maturity is kept for weeks. */
    @Override
    public Map<String, String> settings() {
        return Map.of(
                "stages.refinement-half-life-micros", "960000000",
                "stages.maturity.decay-micros", "240000000",
                "stages.maturity.dormant-term-micros", "200000000");
    }

    @Override
    public Result run(Backend backend, Size size, long seed) throws InterruptedException {
        int practised = size.of(10, 4);
        int weeksOfAStage = size.of(8, 6);
        int weeks = STAGES.size() * weeksOfAStage;
        ExperimentRun run =
                backend.start("ageing", circuit(practised, weeks, seed).tissue());
        run.history().record("synapses", LearnedSynapses::size);
        List<Turnover> turnover = new ArrayList<>();
        for (String stage : STAGES) {
            run.command(new Stage(stage, Stage.AGE_AS_BEFORE));
            // In the first half a stage has done with what the one before has left.
            run.live(Minutes.micros(weeksOfAStage / 2 * WEEK));
            turnover.add(turnover(run, weeksOfAStage / 2));
        }
        return new Result(
                List.of(
                        Expectation.times(
                                "percent eliminated a week, REFINEMENT against MATURITY",
                                turnover.get(1).eliminated(),
                                turnover.get(2).eliminated(),
                                2),
                        Expectation.times(
                                "percent formed a week, GROWTH against MATURITY",
                                turnover.get(0).formed(),
                                turnover.get(2).formed(),
                                1)),
                List.of(bars(turnover), overTime(run, weeksOfAStage)));
    }

    private static Circuit circuit(int practised, int weeks, long seed) {
        int bundles = practised + weeks;
        Circuit circuit = new Circuit(seed).area("cortex", 5 * bundles);
        for (int k = 0; k < bundles; k++) {
            double from = Math.max(0, k - practised + 1) * WEEK;
            circuit.bundle("route-" + k, "cortex", 2, 2).practise("route-" + k, 1, from, (k + 1) * WEEK);
        }
        return circuit;
    }

    /** Simulates this many weeks, and counts. */
    private static Turnover turnover(ExperimentRun run, int weeks) throws InterruptedException {
        long from = run.window();
        double synapses = run.synapses().size();
        run.live(Minutes.micros(weeks * WEEK));
        double mean = Math.max(1, (synapses + run.synapses().size()) / 2);
        return new Turnover(
                100 * run.transitions().count(ChangeKind.FORMED, from) / mean / weeks,
                100 * run.transitions().count(ChangeKind.PRUNED, from) / mean / weeks);
    }

    private static Figure bars(List<Turnover> turnover) {
        List<Double> formed =
                new ArrayList<>(turnover.stream().map(Turnover::formed).toList());
        List<Double> eliminated =
                new ArrayList<>(turnover.stream().map(Turnover::eliminated).toList());
        formed.addAll(SPINES_FORMED);
        eliminated.addAll(SPINES_ELIMINATED);
        List<String> categories = new ArrayList<>(STAGES);
        categories.addAll(List.of("mouse, 1 month", "mouse, 4-6 months"));
        return Figure.bars(
                "ageing-turnover",
                "Turnover falls with age",
                "percent a week",
                categories,
                List.of(new Line("formed", List.of(), formed), new Line("eliminated", List.of(), eliminated)));
    }

    private static Figure overTime(ExperimentRun run, int weeksOfAStage) {
        List<Mark> marks = new ArrayList<>();
        for (int stage = 0; stage < STAGES.size(); stage++) {
            marks.add(new Mark(stage * weeksOfAStage * WEEK, STAGES.get(stage)));
        }
        return Figure.lines(
                "ageing-synapses",
                "Synapses while experience changes",
                "synapses",
                HistoryLines.all(run.history()),
                marks);
    }
}
