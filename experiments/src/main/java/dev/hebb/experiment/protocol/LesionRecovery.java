package dev.hebb.experiment.protocol;

import dev.hebb.command.Command.Lesion;
import dev.hebb.command.Target;
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
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.NeuronPair;
import dev.hebb.tissue.TissueSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Experiment on a lesion: thirty percent of an area dies, and a dormant route takes its place if there is one. */
public final class LesionRecovery implements Experiment {
    private static final double RESERVE_UNTIL = 6;
    private static final double EARLY = 9;
    private static final double LATE = 17;
    private static final double AFTER = 4;
    private static final double DYING = 0.3;

    /** Motor neurons that hardly fire without their synapses, however ready a cue makes them. */
    private static final double READINESS = 0.3;

    private static final double DRIVE = 0.65;

    @Override
    public String name() {
        return "lesion";
    }

    @Override
    public String question() {
        return "Two groups of a sensory area drive the same motor neurons. One of them is practised on, the other falls"
                + " dormant. Then the first, 30 % of the area, dies, and the other is used again. Does the response recover?"
                + " And does it where the dormant synapses were pruned before the lesion?";
    }

    @Override
    public String departures() {
        return "Unmasking is immediate and complete here. After deafferentation some of it is, by loss of inhibition; most"
                + " recovery after a stroke takes weeks, and grows new axons.";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("stages.growth.dormant-term-micros", Long.toString(Minutes.micros(3)));
    }

    @Override
    public Result run(Backend backend, Size size, long seed) throws InterruptedException {
        int neurons = size.of(60, 30);
        ExperimentRun dormant = backend.start("lesion-dormant", tissue(neurons, EARLY, seed));
        ExperimentRun pruned = backend.start("lesion-pruned", tissue(neurons, LATE, seed));
        List<Line> lines = new ArrayList<>();
        Set<NeuronPair> lost = dormant.pairsOf("primary");
        double lostBefore = lesion(dormant, EARLY, lines, "dormant synapses there");
        long lesioned = dormant.window();
        double before = dormant.response("primary", Minutes.micros(EARLY - 2));
        double recovered = recover(dormant, EARLY, lines, "dormant synapses there");
        lesion(pruned, LATE, lines, "dormant synapses pruned before");
        double left = recover(pruned, LATE, lines, "dormant synapses pruned before");
        long damaged = dormant.transitions().countPruned(ChangeReason.DAMAGED, lost);
        Set<NeuronPair> reserve = dormant.pairsOf("reserve");
        long unmasked = dormant.transitions().countPairs(ChangeKind.UNMASKED, lesioned, reserve);
        return new Result(
                List.of(
                        Expectation.atLeast(
                                "synapses of the dead neurons pruned as DAMAGED", damaged / lostBefore, 0.99),
                        Expectation.atLeast(
                                "dormant synapses that were unmasked", (double) unmasked / reserve.size(), 0.7),
                        Expectation.atLeast("response recovered, of that before the lesion", recovered / before, 0.7),
                        Expectation.atMost("the same without dormant synapses", left / before, 0.3)),
                List.of(Figure.lines(
                        "lesion-responses",
                        "Damage unmasks dormant connections, and function moves elsewhere",
                        "response of the motor neurons",
                        lines,
                        List.of(new Mark(0, "lesion")))));
    }

    private static TissueSettings tissue(int neurons, double lesionAt, long seed) {
        int chains = (int) (DYING * neurons);
        Circuit circuit = new Circuit(seed).area("sensory", neurons).area("motor", 2 * chains);
        int[] primary = circuit.take("sensory", chains);
        int[] reserve = circuit.take("sensory", chains);
        int[] motor = circuit.take("motor", chains);
        return circuit.bundle("primary", DRIVE, READINESS, List.of(primary, motor))
                .bundle("reserve", DRIVE, READINESS, List.of(reserve, motor))
                .practise("primary", 1, 0, lesionAt)
                .practise("reserve", 1, 0, RESERVE_UNTIL)
                .practise("reserve", 1, lesionAt, lesionAt + AFTER)
                .tissue();
    }

    /** Lives up to the lesion, and lets it happen; how many synapses the dead neurons had. */
    private static double lesion(ExperimentRun run, double at, List<Line> lines, String name)
            throws InterruptedException {
        run.live(Minutes.micros(at - 2));
        List<Double> minutes = new ArrayList<>();
        List<Double> responses = new ArrayList<>();
        run.live(Minutes.micros(2), () -> {
            minutes.add(run.nowMicros() / 60e6 - at);
            responses.add(run.response("primary", run.nowMicros() - Minutes.micros(0.5)));
        });
        lines.add(new Line("before, " + name, minutes, responses));
        Set<NeuronPair> lost = run.pairsOf("primary");
        double before = run.synapses().existing(lost);
        int[] dead = lost.stream().mapToInt(NeuronPair::pre).distinct().toArray();
        run.command(new Lesion(Target.neurons(dead)));
        return before;
    }

    /** Lives on after the lesion; the response in the last two minutes. */
    private static double recover(ExperimentRun run, double lesionAt, List<Line> lines, String name)
            throws InterruptedException {
        List<Double> minutes = new ArrayList<>();
        List<Double> responses = new ArrayList<>();
        run.live(Minutes.micros(AFTER), () -> {
            minutes.add(run.nowMicros() / 60e6 - lesionAt);
            responses.add(run.response("reserve", run.nowMicros() - Minutes.micros(0.5)));
        });
        lines.add(new Line("after, " + name, minutes, responses));
        return run.response("reserve", Minutes.micros(lesionAt + AFTER - 2));
    }
}
