package dev.hebb.experiment.run;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import dev.hebb.loop.CommandSink;
import dev.hebb.loop.LearnedSynapses;
import dev.hebb.loop.Plasticity;
import dev.hebb.loop.TissueLoop;
import dev.hebb.produce.Speed;
import dev.hebb.produce.WallClock;
import dev.hebb.synapse.NeuronPair;
import dev.hebb.tissue.Tissue;
import dev.hebb.tissue.TissueArea;
import dev.hebb.tissue.TissueRoute;
import dev.hebb.tissue.TissueSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tissue in the loop from event time 0 on, for an experiment: runs for the given time, applies commands together with
 * the pipeline, and records what happens window by window.
 */
public final class ExperimentRun {
    /** Windows between the end of a window and the effect of its answer: time to close it and to read the answer. */
    private static final int FEEDBACK_WINDOWS = 3;

    private static final String SENT_BY = "hebb experiment";

    private final Tissue tissue;
    private final CommandSink pipeline;
    private final long windowMicros;
    private final List<TimedCommand> sent = new ArrayList<>();
    private final TissueLoop loop;
    private final TransitionLog transitions = new TransitionLog();
    private final WindowHistory history;

    /**
     * A run of new tissue; the pipeline gets its areas.
     *
     * @param plasticity takes its spikes, and answers
     * @param pipeline takes its commands
     * @throws InterruptedException if interrupted while sending
     */
    public ExperimentRun(TissueSettings settings, Plasticity plasticity, CommandSink pipeline, long windowMicros)
            throws InterruptedException {
        this.tissue = new Tissue(settings);
        this.pipeline = pipeline;
        this.windowMicros = windowMicros;
        this.history = new WindowHistory(windowMicros);
        this.loop = new TissueLoop(
                tissue,
                plasticity,
                this::takeSent,
                new TissueLoop.Pace(windowMicros, FEEDBACK_WINDOWS, windowMicros, Speed.MAX),
                WallClock.system(),
                ExperimentRun::refuse);
        loop.synapses().onTransition(transitions::add);
        for (TissueArea area : settings.areas()) {
            command(new Command.DefineArea(area.name(), area.neurons()));
        }
    }

    private List<TimedCommand> takeSent() {
        List<TimedCommand> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** An experiment whose command has no effect on the tissue would show something else than it says. */
    private static void refuse(String note) {
        throw new IllegalArgumentException(note);
    }

    /** Commands the pipeline and the tissue something from now on. */
    public void command(Command command) throws InterruptedException {
        TimedCommand timed = new TimedCommand(nowMicros(), 0, command, "", SENT_BY, 0);
        pipeline.send(timed);
        sent.add(timed);
    }

    /** Lives for a time, in whole windows; {@code eachWindow} is run after each. */
    public void live(long micros, Runnable eachWindow) throws InterruptedException {
        long end = nowMicros() + micros;
        try {
            while (nowMicros() < end) {
                loop.run((window() + 1) * windowMicros, () -> false);
                loop.applyAnswers();
                history.note(nowMicros(), loop.synapses());
                eachWindow.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lives for a time. */
    public void live(long micros) throws InterruptedException {
        live(micros, () -> {});
    }

    /** Event time: the end of the last window. */
    public long nowMicros() {
        return tissue.nowMicros();
    }

    /** The next window. */
    public long window() {
        return Math.floorDiv(nowMicros(), windowMicros);
    }

    /** The synapses that the pipeline has reported by now. */
    public LearnedSynapses synapses() {
        return loop.synapses();
    }

    /** Every transition of a synapse by now. */
    public TransitionLog transitions() {
        return transitions;
    }

    /** Returns what is recorded after every window. */
    public WindowHistory history() {
        return history;
    }

    /** Mean response of a bundle's chains to their own cues since a time; 0 if there was none. */
    public double response(String bundle, long sinceMicros) {
        return response(bundle, bundle, sinceMicros);
    }

    /** Mean response of a bundle's chains to the cues of another's since a time; 0 if there was none. */
    public double response(String answering, String cued, long sinceMicros) {
        return loop.meter()
                .mean(measured -> measured.atMicros() >= sinceMicros
                        && isOf(cued, measured.cued())
                        && isOf(answering, measured.answering()))
                .orElse(0);
    }

    /** The synapses that a bundle consists of, chain by chain. */
    public Set<NeuronPair> pairsOf(String bundle) {
        Set<NeuronPair> pairs = new LinkedHashSet<>();
        for (TissueRoute route : tissue.routes()) {
            if (isOf(bundle, route.name())) {
                addPairs(route.groups(), pairs);
            }
        }
        return pairs;
    }

    private static boolean isOf(String bundle, String chain) {
        return chain.startsWith(bundle + "/");
    }

    private static void addPairs(List<int[]> groups, Set<NeuronPair> pairs) {
        for (int stage = 1; stage < groups.size(); stage++) {
            for (int pre : groups.get(stage - 1)) {
                for (int post : groups.get(stage)) {
                    pairs.add(new NeuronPair(pre, post));
                }
            }
        }
    }
}
