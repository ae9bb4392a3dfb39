package dev.hebb.api;

import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;

/** Pruning events as the app writes them. */
final class Prunings {
    private Prunings() {}

    /** A synapse that is no longer used; what a test is about is set on the builder. */
    static PruningEvent.Builder synapse(int pre, int post) {
        return event().setKind(PruningKind.SYNAPSE)
                .setPre(pre)
                .setPost(post)
                .setReason(PruningReason.UNUSED)
                .setWeight(0.01)
                .setZ(5)
                .setLagMicros(2000);
    }

    /** A neuron that has lost all synapses and is silent. */
    static PruningEvent.Builder neuron(int neuron) {
        return event().setKind(PruningKind.NEURON)
                .setPre(null)
                .setPost(neuron)
                .setReason(PruningReason.SILENT)
                .setWeight(0)
                .setZ(0)
                .setLagMicros(0);
    }

    private static PruningEvent.Builder event() {
        return PruningEvent.newBuilder()
                .setNetwork("dish")
                .setStage("GROWTH")
                .setFormedAt(1)
                .setLastCoFiredAt(2)
                .setAt(10)
                .setWindow(0);
    }
}
