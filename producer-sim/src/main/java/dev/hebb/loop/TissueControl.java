package dev.hebb.loop;

import dev.hebb.tissue.Area;
import dev.hebb.tissue.Tissue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands on the tissue, each at its time, and ends those that have an end. The end of a command undoes only
 * what no later command of the kind has changed.
 */
final class TissueControl {
    private static final int CALM = -1;

    private final Tissue tissue;
    private final Consumer<String> notes;
    private final Map<String, int[]> areas = new HashMap<>();
    private final PriorityQueue<Change> changes =
            new PriorityQueue<>(Comparator.comparingLong(Change::atMicros).thenComparingInt(Change::order));
    private final int[] stimulatedBy;
    private int stressedBy = CALM;
    private int orders;

    /** Something to be done at a time; of equal times in the order in which it was asked for. */
    private record Change(long atMicros, int order, Runnable action) {}

    /** @param notes hears in a line of what came too late, or could not be carried out */
    TissueControl(Tissue tissue, Consumer<String> notes) {
        this.tissue = tissue;
        this.notes = notes;
        this.stimulatedBy = new int[tissue.settings().neurons()];
        for (Area area : tissue.settings().areas()) {
            areas.put(area.name(), area.neurons());
        }
    }

    /** Expects a command at its time, or now if that is over. */
    void expect(TissueCommand.Timed timed) {
        long now = tissue.nowMicros();
        if (timed.fromMicros() < now) {
            notes.accept(timed.command() + " was to begin at " + timed.fromMicros() + " µs, and begins at " + now
                    + " µs, where the tissue is");
        }
        int order = ++orders;
        changes.add(new Change(timed.fromMicros(), order, () -> obey(timed.command(), order)));
    }

    /** When something is to be done next. */
    long nextMicros() {
        Change next = changes.peek();
        return next == null ? Long.MAX_VALUE : next.atMicros();
    }

    /** Does what is due by now. */
    void applyDue() {
        while (nextMicros() <= tissue.nowMicros()) {
            changes.remove().action().run();
        }
    }

    private void obey(TissueCommand command, int order) {
        if (command instanceof TissueCommand.DefineArea area) {
            areas.put(area.area(), area.neurons());
        } else if (command instanceof TissueCommand.Lesion lesion) {
            int[] neurons = neurons(lesion.target(), command);
            if (neurons != null) {
                tissue.lesion(neurons);
            }
        } else if (command instanceof TissueCommand.Stimulation stimulation) {
            stimulate(stimulation, order);
        } else if (command instanceof TissueCommand.Stress stress) {
            tissue.stress(stress.level());
            stressedBy = order;
            endAt(stress.untilMicros(), order, () -> calm(order));
        }
    }

    private void stimulate(TissueCommand.Stimulation stimulation, int order) {
        int[] neurons = neurons(stimulation.target(), stimulation);
        if (neurons == null) {
            return;
        }
        tissue.stimulate(stimulation.gain(), neurons);
        for (int neuron : neurons) {
            if (isOwn(neuron)) {
                stimulatedBy[neuron] = order;
            }
        }
        endAt(stimulation.untilMicros(), order, () -> endStimulation(neurons, order));
    }

    private void endStimulation(int[] neurons, int order) {
        for (int neuron : neurons) {
            if (isOwn(neuron) && stimulatedBy[neuron] == order) {
                tissue.stimulate(1, neuron);
            }
        }
    }

    private void calm(int order) {
        if (stressedBy == order) {
            tissue.stress(0);
        }
    }

    private void endAt(long untilMicros, int order, Runnable end) {
        if (untilMicros != TissueCommand.FOREVER) {
            changes.add(new Change(untilMicros, order, end));
        }
    }

    private int @Nullable [] neurons(TissueCommand.Target target, TissueCommand command) {
        int[] neurons = target.area().isEmpty() ? target.neurons() : areas.get(target.area());
        if (neurons == null) {
            notes.accept(command + " has no effect: the tissue knows no such area");
        }
        return neurons;
    }

    private boolean isOwn(int neuron) {
        return neuron >= 0 && neuron < stimulatedBy.length;
    }
}
