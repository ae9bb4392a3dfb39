package dev.hebb.loop;

import dev.hebb.tissue.Area;
import dev.hebb.tissue.Tissue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands on the tissue, each at its time, and ends those that have an end. Where several of a kind hold at a
 * time, the one that began last prevails, as it does in the pipeline.
 */
final class TissueControl {
    private final Tissue tissue;
    private final Consumer<String> notes;
    private final Map<String, int[]> areas = new HashMap<>();
    private final PriorityQueue<Change> changes =
            new PriorityQueue<>(Comparator.comparingLong(Change::atMicros).thenComparingInt(Change::order));
    private final List<Period> stimulations = new ArrayList<>();
    private final List<Period> stresses = new ArrayList<>();
    private int orders;

    /** Something to be done at a time; of equal times in the order in which it was asked for. */
    private record Change(long atMicros, int order, Runnable action) {}

    /** Something that holds for a time, in the order in which it began; two are the same only if they are one. */
    private static final class Period {
        private final int[] neurons;
        private final double value;

        Period(int[] neurons, double value) {
            this.neurons = neurons;
            this.value = value;
        }

        int[] neurons() {
            return neurons;
        }

        double value() {
            return value;
        }
    }

    /** @param notes hears in a line of what came too late, or could not be carried out */
    TissueControl(Tissue tissue, Consumer<String> notes) {
        this.tissue = tissue;
        this.notes = notes;
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
            stress(stress, order);
        }
    }

    private void stimulate(TissueCommand.Stimulation stimulation, int order) {
        int[] neurons = neurons(stimulation.target(), stimulation);
        if (neurons == null) {
            return;
        }
        Period period = new Period(own(neurons), stimulation.gain());
        stimulations.add(period);
        applyStimulations(period.neurons());
        endAt(stimulation.untilMicros(), order, () -> {
            stimulations.remove(period);
            applyStimulations(period.neurons());
        });
    }

    /** Of several that cover a neuron the one that began last prevails; when it ends, the one before it does again. */
    private void applyStimulations(int[] neurons) {
        double[] gains = new double[tissue.settings().neurons()];
        Arrays.fill(gains, 1);
        for (Period period : stimulations) {
            for (int neuron : period.neurons()) {
                gains[neuron] = period.value();
            }
        }
        for (int neuron : neurons) {
            tissue.stimulate(gains[neuron], neuron);
        }
    }

    private void stress(TissueCommand.Stress stress, int order) {
        Period period = new Period(new int[0], stress.level());
        stresses.add(period);
        applyStress();
        endAt(stress.untilMicros(), order, () -> {
            stresses.remove(period);
            applyStress();
        });
    }

    private void applyStress() {
        tissue.stress(stresses.isEmpty() ? 0 : stresses.get(stresses.size() - 1).value());
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

    /** Those of them that the tissue has. */
    private int[] own(int[] neurons) {
        int count = tissue.settings().neurons();
        return Arrays.stream(neurons)
                .filter(neuron -> neuron >= 0 && neuron < count)
                .toArray();
    }
}
