package dev.hebb.experiment.protocol;

import dev.hebb.command.Command.Stage;
import dev.hebb.experiment.Backend;
import dev.hebb.experiment.Circuit;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.Size;
import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.Figure;
import dev.hebb.experiment.report.Figure.Mark;
import dev.hebb.experiment.report.Result;
import dev.hebb.experiment.run.ExperimentRun;
import dev.hebb.experiment.run.WindowHistory;
import dev.hebb.loop.LearnedSynapses;
import dev.hebb.synapse.NeuronPair;
import java.util.List;
import java.util.Set;

/** Experiment on development: all routes of a young network are practised, and later only half of them. */
public final class Development implements Experiment {
    private static final double REFINEMENT = 8;
    private static final double MATURITY = 20;

    /**
     * End of the experiment, in minutes. What is dormant when REFINEMENT ends is pruned within the dormant term of
     * MATURITY, five minutes. Only the minutes after that show whether the number has settled.
     */
    private static final double END = 30;

    private static final String ALL = "all synapses";

    @Override
    public String name() {
        return "development";
    }

    @Override
    public String question() {
        return "In GROWTH all routes are practised, as spontaneous waves practise them in a young brain. From REFINEMENT on"
                + " only half of them are. How many synapses are there at which age, and which survive?";
    }

    @Override
    public String departures() {
        return "A brain prunes over months to years, this network within minutes. Which routes are practised on is"
                + " given, not chosen by the network. Cells, axons and glia play no part, and a synapse stands for one"
                + " functional coupling, not for a number of boutons.";
    }

    @Override
    public Result run(Backend backend, Size size, long seed) throws InterruptedException {
        ExperimentRun run =
                backend.start("development", circuit(size.of(16, 8), seed).tissue());
        Set<NeuronPair> used = run.pairsOf("practised");
        Set<NeuronPair> unused = run.pairsOf("abandoned");
        run.history().record(ALL, LearnedSynapses::size);
        run.history().record("of practised routes", synapses -> synapses.existing(used));
        run.history().record("of abandoned routes", synapses -> synapses.existing(unused));
        run.live(Minutes.micros(REFINEMENT));
        Set<NeuronPair> usedBefore = run.synapses().active(used);
        double unusedBefore = run.synapses().existing(unused);
        run.command(new Stage("REFINEMENT", Stage.AGE_AS_BEFORE));
        run.live(Minutes.micros(MATURITY - REFINEMENT));
        run.command(new Stage("MATURITY", Stage.AGE_AS_BEFORE));
        run.live(Minutes.micros(END - MATURITY));
        return new Result(
                List.of(
                        fall(run.history()),
                        settled(run.history()),
                        Expectation.atLeast(
                                "synapses of practised routes that survive and conduct",
                                (double) run.synapses().active(usedBefore).size() / usedBefore.size(),
                                0.9),
                        Expectation.atLeast(
                                "synapses of abandoned routes that are gone",
                                1 - run.synapses().existing(unused) / unusedBefore,
                                0.8)),
                List.of(figure(run)));
    }

    private static Figure figure(ExperimentRun run) {
        return Figure.lines(
                "development-synapses",
                "Synapses overshoot and are pruned to what is used",
                "synapses",
                HistoryLines.all(run.history()),
                List.of(new Mark(0, "GROWTH"), new Mark(REFINEMENT, "REFINEMENT"), new Mark(MATURITY, "MATURITY")));
    }

    private static Circuit circuit(int chains, long seed) {
        return new Circuit(seed)
                .area("cortex", 10 * chains)
                .bundle("practised", "cortex", chains, 3)
                .bundle("abandoned", "cortex", chains, 3)
                .practise("practised", 1.5, 0, END)
                .practise("abandoned", 1.5, 0, REFINEMENT);
    }

    private static Expectation fall(WindowHistory history) {
        double peak = history.max(ALL, 0, Minutes.micros(END));
        return Expectation.between("fall of the number of synapses from its peak", 1 - last(history) / peak, 0.3, 0.6);
    }

    private static Expectation settled(WindowHistory history) {
        long from = Minutes.micros(END - 4);
        double spread = history.max(ALL, from, Minutes.micros(END)) - history.min(ALL, from, Minutes.micros(END));
        return Expectation.atMost("change of that number in the last four minutes", spread / last(history), 0.1);
    }

    private static double last(WindowHistory history) {
        return history.at(ALL, Minutes.micros(END));
    }
}
