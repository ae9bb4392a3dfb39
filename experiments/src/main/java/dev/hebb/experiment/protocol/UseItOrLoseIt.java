package dev.hebb.experiment.protocol;

import dev.hebb.experiment.Circuit;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.Laboratory;
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

/** Two patterns are practised; then one of them no longer. */
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
    public Result run(Laboratory laboratory, Size size, long seed) throws InterruptedException {
        int chains = size.of(16, 8);
        Circuit circuit = new Circuit(seed)
                .area("cortex", 10 * chains)
                .bundle("kept", "cortex", chains, 3)
                .bundle("dropped", "cortex", chains, 3)
                .practise("kept", 1.5, 0, END)
                .practise("dropped", 1.5, 0, STOP);
        ExperimentRun run = laboratory.start("use-it-or-lose-it", circuit.tissue());
        Set<NeuronPair> kept = run.pairsOf("kept");
        Set<NeuronPair> dropped = run.pairsOf("dropped");
        run.history().recordWeight("practised on", kept);
        run.history().recordWeight("no longer practised", dropped);
        run.live(Minutes.micros(STOP));
        Set<NeuronPair> keptBefore = run.synapses().active(kept);
        Set<NeuronPair> droppedBefore = run.synapses().active(dropped);
        long stopped = run.window();
        run.live(Minutes.micros(END - STOP));
        return new Result(
                List.of(
                        Expectation.atLeast(
                                "synapses of both that practice has made",
                                (double) (keptBefore.size() + droppedBefore.size()) / (kept.size() + dropped.size()),
                                0.9),
                        Expectation.atLeast(
                                "abandoned synapses that fell dormant",
                                part(run, ChangeKind.MASKED, stopped, droppedBefore),
                                0.9),
                        Expectation.atLeast(
                                "abandoned synapses that were pruned",
                                part(run, ChangeKind.PRUNED, stopped, droppedBefore),
                                0.9),
                        Expectation.atMost(
                                "practised synapses that were pruned",
                                part(run, ChangeKind.PRUNED, stopped, keptBefore),
                                0.02),
                        Expectation.atLeast(
                                "practised synapses that conduct in the end",
                                (double) run.synapses().active(keptBefore).size() / keptBefore.size(),
                                0.95)),
                List.of(Figure.lines(
                        "use-it-or-lose-it-weights",
                        "What is used grows strong, what is not used withers away",
                        "mean weight",
                        HistoryLines.all(run.history()),
                        List.of(new Mark(STOP, "practice of one ends")))));
    }

    private static double part(ExperimentRun run, ChangeKind kind, long fromWindow, Set<NeuronPair> pairs) {
        return (double) run.transitions().countPairs(kind, fromWindow, pairs) / pairs.size();
    }
}
