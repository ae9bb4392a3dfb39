package dev.hebb.loop;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.tissue.Tissue;
import dev.hebb.tissue.TissueArea;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The commands to a tissue: carries out each at its time, and ends those that have an end. Where several of a kind hold
 * at a time, the one that began last prevails, as it does in the pipeline.
 */
final class TissueControl {
    private final Tissue tissue;
    private final Consumer<String> notes;
    private final Map<String, int[]> areas = new HashMap<>();
    private final PriorityQueue<TimedAction> changes =
            new PriorityQueue<>(Comparator.comparingLong(TimedAction::atMicros).thenComparingInt(TimedAction::order));
    private final List<Period> stimulations = new ArrayList<>();
    private final List<Period> stresses = new ArrayList<>();
    private final Effects effects = new Effects();
    private int orders;

    /** An action and its time; actions of equal times run in the order of their commands. */
    private record TimedAction(long atMicros, int order, Runnable action) {}

    /** The effect of each command that concerns the tissue. It takes the command's place in the order of commands. */
    private final class Effects implements Command.PartialVisitor<Optional<IntConsumer>> {
        @Override
        public Optional<IntConsumer> otherwise(Command command) {
            return Optional.empty();
        }

        @Override
        public Optional<IntConsumer> defineArea(Command.DefineArea area) {
            return Optional.of(order -> areas.put(area.area(), area.neurons()));
        }

        @Override
        public Optional<IntConsumer> lesion(Command.Lesion lesion) {
            return Optional.of(order -> kill(lesion));
        }

        @Override
        public Optional<IntConsumer> stimulation(Command.Stimulation stimulation) {
            return Optional.of(order -> stimulate(stimulation, order));
        }

        @Override
        public Optional<IntConsumer> stress(Command.Stress stress) {
            return Optional.of(order -> begin(stress, order));
        }
    }

    /**
     * A stimulation or stress in force; a class without {@code equals}, so that removing one removes no other like it.
     */
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

    /** @param notes takes a line for each command that came too late, or could not be carried out */
    TissueControl(Tissue tissue, Consumer<String> notes) {
        this.tissue = tissue;
        this.notes = notes;
        for (TissueArea area : tissue.settings().areas()) {
            areas.put(area.name(), area.neurons());
        }
    }

    /** Expects a command at its time, or now if that is over; without effect if it does not concern the tissue. */
    void expect(TimedCommand timed) {
        timed.command().accept(effects).ifPresent(effect -> expect(timed, effect));
    }

    private void expect(TimedCommand timed, IntConsumer effect) {
        long fromMicros = timed.effectiveFromMicros();
        long now = tissue.nowMicros();
        if (fromMicros < now) {
            notes.accept(timed.command().words() + " was to begin at " + fromMicros + " µs, and begins at " + now
                    + " µs, where the tissue is");
        }
        int order = ++orders;
        changes.add(new TimedAction(fromMicros, order, () -> effect.accept(order)));
    }

    /** Returns when something is to be done next. */
    long nextMicros() {
        TimedAction next = changes.peek();
        return next == null ? Long.MAX_VALUE : next.atMicros();
    }

    /** Does what is due by now. */
    void applyDue() {
        while (nextMicros() <= tissue.nowMicros()) {
            changes.remove().action().run();
        }
    }

    private void kill(Command.Lesion lesion) {
        int[] neurons = neurons(lesion.target(), lesion);
        if (neurons != null) {
            tissue.lesion(neurons);
        }
    }

    private void stimulate(Command.Stimulation stimulation, int order) {
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

    /**
     * Applies the stimulations in force to these neurons. Of several that cover a neuron the one that began last
     * prevails; when it ends, the one before it does again.
     */
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

    private void begin(Command.Stress stress, int order) {
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
        if (untilMicros != Command.FOREVER) {
            changes.add(new TimedAction(untilMicros, order, end));
        }
    }

    private int @Nullable [] neurons(Target target, Command command) {
        int[] neurons = target.area().isEmpty() ? target.neurons() : areas.get(target.area());
        if (neurons == null) {
            notes.accept(command.words() + " has no effect: the tissue knows no such area");
        }
        return neurons;
    }

    /** Returns the neurons among these that the tissue has. */
    private int[] own(int[] neurons) {
        int count = tissue.settings().neurons();
        return Arrays.stream(neurons)
                .filter(neuron -> neuron >= 0 && neuron < count)
                .toArray();
    }
}
