package dev.hebb.shard;

import dev.hebb.command.Command;
import dev.hebb.command.ControlState;
import dev.hebb.command.NetworkControl;
import dev.hebb.command.NetworkControl.Known;
import dev.hebb.command.NetworkControl.Outcome;
import dev.hebb.command.TimedCommand;
import dev.hebb.synapse.StageConstants;
import dev.hebb.synapse.Stages;
import java.util.Arrays;
import java.util.List;

/**
 * A network's life beyond its single dendrites: its stage, what is commanded of it, who died and who is young. The same in
 * every shard, since each sees every spike and every command; shard 0 tells the world.
 */
final class NetworkLife {
    private static final int[] NOBODY = {};

    private final Stages stages;
    private final ShardMemory memory;
    private final NetworkControl control = new NetworkControl();

    NetworkLife(Stages stages, ShardMemory memory) {
        this.stages = stages;
        this.memory = memory;
    }

    void restore(ControlState state) {
        control.restore(state);
    }

    ControlState state() {
        return control.state();
    }

    void expect(TimedCommand command) {
        control.expect(command);
    }

    /** Whether no neuron is dead. */
    boolean isWhole() {
        return control.isWhole();
    }

    boolean isDead(int neuron) {
        return control.isDead(neuron);
    }

    /**
     * Enters a window that is about to close.
     *
     * @param stageBefore the stage in the window before; empty if there was none
     */
    Regime enter(long window, long startMicros, long endMicros, String stageBefore, ShardOutputs outputs) {
        int known = memory.neuronsBefore(endMicros);
        if (known > 0) {
            control.born(memory.neurons.firstSpikeMicros(0));
        }
        int[] deadBefore = control.dead();
        List<Outcome> outcomes =
                control.enter(startMicros, endMicros, new Known(neuron -> hasFired(neuron, endMicros), stages::has));
        StageConstants stage = stage(startMicros);
        if (memory.speaksForNetwork()) {
            tell(outcomes, window, startMicros, stageBefore, stage.name(), outputs);
            tellBirths(known, window, startMicros, stage.name(), outputs);
        }
        return new Regime(
                stage,
                stages.growth(),
                control.modulations(startMicros, endMicros),
                youngFrom(startMicros),
                died(outcomes, deadBefore));
    }

    private boolean hasFired(int neuron, long beforeMicros) {
        int slot = memory.neurons.find(neuron);
        return slot >= 0 && memory.neurons.firstSpikeMicros(slot) < beforeMicros;
    }

    private StageConstants stage(long startMicros) {
        return stages.named(control.stage(), Math.max(0, startMicros - control.stageFromMicros()))
                .orElseGet(() -> stages.at(Math.max(0, startMicros - control.birthMicros())));
    }

    /** A neuron is young for its youth, if it came after the network's own. */
    private long youngFrom(long startMicros) {
        long youth = stages.youthMicros();
        return Math.max(memory.neurons.firstSpikeMicros(0) + youth, startMicros - youth + 1);
    }

    private int[] died(List<Outcome> outcomes, int[] deadBefore) {
        boolean lesioned = outcomes.stream()
                .anyMatch(outcome -> outcome.isApplied() && outcome.command().command() instanceof Command.Lesion);
        if (!lesioned) {
            return NOBODY;
        }
        return Arrays.stream(control.dead())
                .filter(neuron -> Arrays.binarySearch(deadBefore, neuron) < 0)
                .toArray();
    }

    private static void tell(
            List<Outcome> outcomes,
            long window,
            long startMicros,
            String stageBefore,
            String stage,
            ShardOutputs outputs) {
        for (Outcome outcome : outcomes) {
            outputs.notice(NetworkNotice.of(outcome.command(), outcome.refusal(), window, stage));
        }
        if (!stageBefore.equals(stage)) {
            outputs.notice(NetworkNotice.stage(stageBefore, stage, startMicros, window));
        }
    }

    private void tellBirths(int known, long window, long startMicros, String stage, ShardOutputs outputs) {
        for (int slot = memory.neuronsBefore(startMicros); slot < known; slot++) {
            long first = memory.neurons.firstSpikeMicros(slot);
            if (first >= memory.neurons.firstSpikeMicros(0) + stages.youthMicros() && slot > 0) {
                outputs.notice(NetworkNotice.born(memory.neurons.idOf(slot), first, window, stage));
            }
        }
    }
}
