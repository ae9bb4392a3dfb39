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
 * The conditions under which a network learns, window by window: its stage, the commands in force, and which neurons
 * are dead or young. They are the same in every shard, since each sees every spike and every command; shard 0 publishes
 * them.
 */
final class NetworkConditions {
    private static final int[] NONE = {};

    private final Stages stages;
    private final ShardMemory memory;
    private final NetworkControl control = new NetworkControl();

    NetworkConditions(Stages stages, ShardMemory memory) {
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

    /**
     * Enters a window that is about to close.
     *
     * @param stageBefore the stage in the window before; empty if there was none
     */
    WindowConditions enter(long window, long startMicros, long endMicros, String stageBefore, ShardOutputs outputs) {
        int known = memory.neuronsBefore(endMicros);
        if (known > 0) {
            control.born(memory.neurons.firstSpikeMicros(0));
        }
        int[] deadBefore = control.dead();
        List<Outcome> outcomes =
                control.enter(startMicros, endMicros, new Known(neuron -> hasFired(neuron, endMicros), stages::has));
        int[] dead = control.dead();
        StageConstants stage = stage(startMicros);
        if (memory.publishesForNetwork()) {
            publish(outcomes, window, startMicros, stageBefore, stage.name(), outputs);
            publishBirths(known, window, startMicros, stage.name(), outputs);
        }
        return new WindowConditions(
                stage,
                stages.growth(),
                control.modulations(startMicros, endMicros),
                youngFrom(startMicros),
                dead,
                died(outcomes, deadBefore, dead));
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

    private static int[] died(List<Outcome> outcomes, int[] deadBefore, int[] dead) {
        boolean lesioned = outcomes.stream()
                .anyMatch(outcome -> outcome.isApplied() && outcome.command().command() instanceof Command.Lesion);
        if (!lesioned) {
            return NONE;
        }
        return Arrays.stream(dead)
                .filter(neuron -> Arrays.binarySearch(deadBefore, neuron) < 0)
                .toArray();
    }

    private static void publish(
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

    private void publishBirths(int known, long window, long startMicros, String stage, ShardOutputs outputs) {
        for (int slot = memory.neuronsBefore(startMicros); slot < known; slot++) {
            long first = memory.neurons.firstSpikeMicros(slot);
            if (first >= memory.neurons.firstSpikeMicros(0) + stages.youthMicros() && slot > 0) {
                outputs.notice(NetworkNotice.born(memory.neurons.idOf(slot), first, window, stage));
            }
        }
    }
}
