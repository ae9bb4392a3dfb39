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
import dev.hebb.synapse.NeuronPair;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Experiment on two overlapping patterns: both are practised early, or the second one late. */
public final class Bilingual implements Experiment {
    private static final double LATE = 8;
    private static final double END = 18;
    private static final double LEVEL = 0.4;

    @Override
    public String name() {
        return "bilingual";
    }

    @Override
    public String question() {
        return "Two routes share the neurons in their middle. One network practises both in GROWTH and on into MATURITY; another"
                + " practises only the first, and begins the second in MATURITY. Do both survive, and is the late one learned"
                + " slower?";
    }

    @Override
    public String departures() {
        return "A language is not a route, and a critical period ends for more reasons than a lower learning rate:"
                + " inhibition matures, and perineuronal nets close.";
    }

    /** The young learn at the default rate and keep what they have learned; the old learn at a fifteenth of it. */
    @Override
    public Map<String, String> settings() {
        return Map.of(
                "stages.growth.decay-micros", "60000000",
                "stages.maturity.learning-rate", "0.05",
                "stages.maturity.initial-weight", "0.15",
                "stages.maturity.decay-micros", "240000000");
    }

    @Override
    public Result run(Backend backend, Size size, long seed) throws InterruptedException {
        int chains = size.of(16, 6);
        ExperimentRun early = start(backend, "bilingual-early", chains, 0, seed);
        ExperimentRun late = start(backend, "bilingual-late", chains, LATE, seed);
        for (ExperimentRun run : List.of(early, late)) {
            run.live(Minutes.micros(LATE));
            run.command(new Stage("MATURITY", Stage.AGE_AS_BEFORE));
            run.live(Minutes.micros(END - LATE));
        }
        double soon = early.history().minutesUntil("second", 0, LEVEL);
        double later = late.history().minutesUntil("second", Minutes.micros(LATE), LEVEL);
        return new Result(
                List.of(
                        survives(early, "first"),
                        survives(early, "second"),
                        Expectation.times(
                                "minutes of practice until the second's mean weight is 0.4, late against early",
                                later,
                                soon,
                                1.2)),
                List.of(Figure.lines(
                        "bilingual-weights",
                        "Learned early, both stay; learned late, it takes longer",
                        "mean weight",
                        List.of(
                                HistoryLines.line(early.history(), "first", "first, early"),
                                HistoryLines.line(early.history(), "second", "second, early"),
                                HistoryLines.line(late.history(), "second", "second, late")),
                        List.of(new Mark(LATE, "MATURITY")))));
    }

    private static ExperimentRun start(Backend backend, String network, int chains, double secondFrom, long seed)
            throws InterruptedException {
        Circuit circuit = new Circuit(seed).area("cortex", 10 * chains);
        int[] shared = circuit.take("cortex", chains);
        for (String name : List.of("first", "second")) {
            int[] begin = circuit.take("cortex", chains);
            int[] end = circuit.take("cortex", chains);
            circuit.bundle(name, Circuit.DRIVE, Circuit.READINESS, List.of(begin, shared, end));
        }
        circuit.practise("first", 0.8, 0, END).practise("second", 0.8, secondFrom, END);
        ExperimentRun run = backend.start(network, circuit.tissue());
        run.history().recordWeight("first", run.pairsOf("first"));
        run.history().recordWeight("second", run.pairsOf("second"));
        return run;
    }

    private static Expectation survives(ExperimentRun run, String route) {
        Set<NeuronPair> pairs = run.pairsOf(route);
        return Expectation.atLeast(
                "synapses of the " + route + " route, practised early, that conduct in the end",
                (double) run.synapses().active(pairs).size() / pairs.size(),
                0.9);
    }
}
