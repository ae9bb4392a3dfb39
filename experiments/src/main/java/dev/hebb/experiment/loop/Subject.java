package dev.hebb.experiment.loop;

import dev.hebb.command.Command;
import dev.hebb.command.Command.Lesion;
import dev.hebb.command.Command.Stimulation;
import dev.hebb.command.Command.Stress;
import dev.hebb.experiment.loop.Connectome.Pair;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.tissue.Area;
import dev.hebb.tissue.Route;
import dev.hebb.tissue.SynapseNews;
import dev.hebb.tissue.SynapseState;
import dev.hebb.tissue.Tissue;
import dev.hebb.tissue.TissueSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tissue in the loop: it fires, Hebb learns, and what Hebb says of a window governs the tissue so many windows later,
 * whenever it was said. So what happens depends on settings and seed only.
 */
public final class Subject {
    /** Between the end of a window and what Hebb made of it: time to close it and to read the answers. */
    private static final int FEEDBACK_WINDOWS = 3;

    private final Tissue tissue;
    private final Learner learner;
    private final long windowMicros;
    private final Connectome connectome = new Connectome();
    private final Responses responses;
    private final Diary diary;
    private long nextWindow;

    public Subject(TissueSettings settings, Learner learner, long windowMicros) throws InterruptedException {
        this.tissue = new Tissue(settings);
        this.learner = learner;
        this.windowMicros = windowMicros;
        this.responses = new Responses(tissue.routes());
        this.diary = new Diary(windowMicros);
        for (Area area : settings.areas()) {
            learner.command(0, new Command.DefineArea(area.name(), area.neurons()));
        }
    }

    /** Lives for a time, in whole windows; {@code eachWindow} is run after each. */
    public void live(long micros, Runnable eachWindow) throws InterruptedException {
        long end = nowMicros() + micros;
        while (nowMicros() < end) {
            SpikeBlock spikes = new SpikeBlock();
            tissue.advance((nextWindow + 1) * windowMicros, spikes);
            responses.observe(tissue.takeCues(), spikes, (nextWindow + 1) * windowMicros);
            learner.spikes(nextWindow, spikes);
            listen(nextWindow - FEEDBACK_WINDOWS);
            nextWindow++;
            diary.note(nowMicros(), connectome);
            eachWindow.run();
        }
    }

    /** Lives for a time. */
    public void live(long micros) throws InterruptedException {
        live(micros, () -> {});
    }

    private void listen(long window) throws InterruptedException {
        if (window < 0) {
            return;
        }
        for (Finding finding : learner.findings(window)) {
            connectome.hear(finding);
            SynapseState state = finding.active() ? SynapseState.ACTIVE : SynapseState.DORMANT;
            tissue.hear(new SynapseNews(
                    finding.pre(),
                    finding.post(),
                    finding.kind() == Finding.Kind.PRUNED ? SynapseState.PRUNED : state,
                    finding.weight(),
                    finding.lagMicros()));
        }
    }

    /** Commands something from now on, of Hebb and of the tissue. */
    public void command(Command command) throws InterruptedException {
        learner.command(nowMicros(), command);
        if (command instanceof Lesion lesion) {
            tissue.lesion(lesion.target().neurons());
        } else if (command instanceof Stress stress) {
            tissue.stress(stress.level());
        } else if (command instanceof Stimulation stimulation) {
            tissue.stimulate(stimulation.gain(), stimulation.target().neurons());
        }
    }

    /** Event time: the end of the last window. */
    public long nowMicros() {
        return nextWindow * windowMicros;
    }

    /** The next window. */
    public long window() {
        return nextWindow;
    }

    public Connectome connectome() {
        return connectome;
    }

    public Responses responses() {
        return responses;
    }

    public Diary diary() {
        return diary;
    }

    /** The synapses that a bundle consists of, chain by chain. */
    public Set<Pair> pairsOf(String bundle) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Route route : tissue.routes()) {
            if (route.name().startsWith(bundle + "/")) {
                addPairs(route.groups(), pairs);
            }
        }
        return pairs;
    }

    private static void addPairs(List<int[]> groups, Set<Pair> pairs) {
        for (int stage = 1; stage < groups.size(); stage++) {
            for (int pre : groups.get(stage - 1)) {
                for (int post : groups.get(stage)) {
                    pairs.add(new Pair(pre, post));
                }
            }
        }
    }
}
