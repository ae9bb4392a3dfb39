package dev.hebb.experiment.protocol;

import dev.hebb.experiment.Backend;
import dev.hebb.experiment.Circuit;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.Size;
import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.Figure;
import dev.hebb.experiment.report.Figure.Mark;
import dev.hebb.experiment.report.Result;
import dev.hebb.experiment.run.ExperimentRun;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.NeuronPair;
import java.util.List;
import java.util.Set;

/** Experiment on disuse: two patterns are practised, and later only one of them. */
public final class UseItOrLoseIt implements Experiment {
    private static final double STOP = 8;
    private static final double END = 18;

    @Override
    public String name() {
        return "use-it-or-lose-it";
    }

    @Override
    public String question() {
        return "Two routes are practised for eight minutes, then only one of them. What happens to the other's synapses?";
    }

    @Override
    public String departures() {
        return "Disuse alone decides here. In tissue, withdrawal of a synapse takes signals of its own, and many unused"
                + " synapses stay for a lifetime.";
    }

    @Override
    public Result run(Backend backend, Size size, long seed) throws InterruptedException {
        ExperimentRun run =
                backend.start("use-it-or-lose-it", circuit(size.of(16, 8), seed).tissue());
        Set<NeuronPair> kept = run.pairsOf("kept");
        Set<NeuronPair> dropped = run.pairsOf("dropped");
        run.history().recordWeight("practised on", kept);
        run.history().recordWeight("no longer practised", dropped);
        run.live(Minutes.micros(STOP));
        Set<NeuronPair> keptBefore = run.synapses().active(kept);
        Set<NeuronPair> droppedBefore = run.synapses().active(dropped);
        long stopped = run.window();
        run.live(Minutes.micros(END - STOP));
        Figure weights = Figure.lines(
                "use-it-or-lose-it-weights",
                "Used synapses grow strong, unused synapses decay",
                "mean weight",
                HistoryLines.all(run.history()),
                List.of(new Mark(STOP, "practice of one ends")));
        return new Result(expectations(run, stopped, keptBefore, droppedBefore), List.of(weights));
    }

    /** @param stopped the window in which the practice of one route ended, before which these synapses were active */
    private static List<Expectation> expectations(
            ExperimentRun run, long stopped, Set<NeuronPair> kept, Set<NeuronPair> dropped) {
        double practised = run.pairsOf("kept").size() + run.pairsOf("dropped").size();
        return List.of(
                Expectation.atLeast(
                        "synapses of both that practice has made", (kept.size() + dropped.size()) / practised, 0.9),
                Expectation.atLeast(
                        "abandoned synapses that fell dormant", part(run, ChangeKind.MASKED, stopped, dropped), 0.9),
                Expectation.atLeast(
                        "abandoned synapses that were pruned", part(run, ChangeKind.PRUNED, stopped, dropped), 0.9),
                Expectation.atMost(
                        "practised synapses that were pruned", part(run, ChangeKind.PRUNED, stopped, kept), 0.02),
                Expectation.atLeast(
                        "practised synapses that conduct in the end",
                        (double) run.synapses().active(kept).size() / kept.size(),
                        0.95));
    }

    private static Circuit circuit(int chains, long seed) {
        return new Circuit(seed)
                .area("cortex", 10 * chains)
                .bundle("kept", "cortex", chains, 3)
                .bundle("dropped", "cortex", chains, 3)
                .practise("kept", 1.5, 0, END)
                .practise("dropped", 1.5, 0, STOP);
    }

    private static double part(ExperimentRun run, ChangeKind kind, long fromWindow, Set<NeuronPair> pairs) {
        return (double) run.transitions().countPairs(kind, fromWindow, pairs) / pairs.size();
    }
}
