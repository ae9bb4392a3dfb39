package dev.hebb.experiment.protocol;

import dev.hebb.command.Command;
import dev.hebb.command.Command.Stage;
import dev.hebb.command.Command.Stimulation;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Experiment on stimulation: a dormant route is cued without effect, and then stimulated for a while. */
public final class StimulationTherapy implements Experiment {
    private static final double LEARNED = 5;
    private static final double CUED_AGAIN = 9;
    private static final double BEGIN = 10;
    private static final double STOP = 13;
    private static final double END = 19;
    private static final double GAIN = 4;

    /** Neurons that hardly fire without their synapses, however ready a cue makes them. */
    private static final double READINESS = 0.3;

    private static final double DRIVE = 0.65;

    @Override
    public String name() {
        return "stimulation";
    }

    @Override
    public String question() {
        return "A route was practised for five minutes and then no longer, until its synapses fell dormant. From the ninth minute on"
                + " it is cued again. From the tenth to the thirteenth the area is made more excitable. Does the route conduct by"
                + " itself afterwards, and does it in a network that was not stimulated?";
    }

    @Override
    public String departures() {
        return "Stimulation multiplies excitatory input. Magnetic stimulation excites axons of all kinds in a volume of"
                + " tissue, and its after-effects depend on its pattern.";
    }

    /** Dormant synapses wait for the stimulation. */
    @Override
    public Map<String, String> settings() {
        return Map.of("stages.refinement.dormant-term-micros", Long.toString(Minutes.micros(10)));
    }

    @Override
    public Result run(Backend backend, Size size, long seed) throws InterruptedException {
        int chains = size.of(20, 8);
        ExperimentRun treated = start(backend, "stimulation-treated", chains, seed);
        ExperimentRun untreated = start(backend, "stimulation-untreated", chains, seed);
        Line treatedLine = live(treated, "stimulated", true);
        Line untreatedLine = live(untreated, "not stimulated", false);
        return new Result(
                List.of(
                        Expectation.atMost(
                                "response to cues before stimulation",
                                treatedLine.ys().get((int) (BEGIN * 30) - 1),
                                0.3),
                        Expectation.atLeast(
                                "response in the last three minutes, three minutes and more after stimulation has ended",
                                treated.response("route", Minutes.micros(END - 3)),
                                0.7),
                        Expectation.atMost(
                                "the same without stimulation",
                                untreated.response("route", Minutes.micros(END - 3)),
                                0.3)),
                List.of(Figure.lines(
                        "stimulation-responses",
                        "Stimulation trains a circuit to fire again",
                        "response of the route",
                        List.of(treatedLine, untreatedLine),
                        List.of(
                                new Mark(LEARNED, "practice ends"),
                                new Mark(CUED_AGAIN, "cued again"),
                                new Mark(BEGIN, "stimulation"),
                                new Mark(STOP, "none")))));
    }

    private static ExperimentRun start(Backend backend, String network, int chains, long seed)
            throws InterruptedException {
        Circuit circuit = new Circuit(seed).area("cortex", 4 * chains);
        circuit.bundle(
                        "route",
                        DRIVE,
                        READINESS,
                        List.of(circuit.take("cortex", chains), circuit.take("cortex", chains)))
                .practise("route", 1, 0, LEARNED)
                .practise("route", 1, CUED_AGAIN, END);
        return backend.start(network, circuit.tissue());
    }

    private static Line live(ExperimentRun run, String name, boolean stimulated) throws InterruptedException {
        List<Double> minutes = new ArrayList<>();
        List<Double> responses = new ArrayList<>();
        Runnable eachWindow = () -> {
            minutes.add(run.nowMicros() / 60e6);
            responses.add(run.response("route", run.nowMicros() - Minutes.micros(0.5)));
        };
        run.live(Minutes.micros(LEARNED), eachWindow);
        run.command(new Stage("REFINEMENT", Stage.AGE_AS_BEFORE));
        run.live(Minutes.micros(BEGIN - LEARNED), eachWindow);
        stimulate(run, stimulated ? GAIN : 1);
        run.live(Minutes.micros(STOP - BEGIN), eachWindow);
        stimulate(run, 1);
        run.live(Minutes.micros(END - STOP), eachWindow);
        return new Line(name, minutes, responses);
    }

    private static void stimulate(ExperimentRun run, double gain) throws InterruptedException {
        int[] neurons = run.pairsOf("route").stream()
                .flatMapToInt(pair -> IntStream.of(pair.pre(), pair.post()))
                .distinct()
                .toArray();
        run.command(new Stimulation(Target.neurons(neurons), gain, Command.FOREVER));
    }
}
