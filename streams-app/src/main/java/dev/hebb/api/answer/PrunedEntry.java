package dev.hebb.api.answer;

import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningReason;
import org.jspecify.annotations.Nullable;

/**
 * A synapse or a neuron that was pruned. Times are event time in microseconds.
 *
 * @param atMicros end of the window that decided it
 * @param kind SYNAPSE or NEURON
 * @param pre null for a NEURON
 * @param post the post-synaptic neuron, or the pruned neuron
 * @param reason as on the topic
 * @param why the reason in words
 * @param weight last weight; 0 for a NEURON
 * @param z last evidence; 0 for a NEURON
 * @param fdr last local false-discovery rate; null if it is not known
 * @param formedAtMicros of a NEURON: of its first synapse
 * @param lastCoFiredAtMicros of a NEURON: of its last spike
 */
public record PrunedEntry(
        long atMicros,
        long window,
        String kind,
        @Nullable Integer pre,
        int post,
        String reason,
        String why,
        double weight,
        double z,
        @Nullable Double fdr,
        int lagMicros,
        String stage,
        long formedAtMicros,
        long lastCoFiredAtMicros) {
    /** The event as people read it. */
    public static PrunedEntry of(PruningEvent event) {
        return new PrunedEntry(
                event.getAt(),
                event.getWindow(),
                event.getKind().name(),
                event.getPre(),
                event.getPost(),
                event.getReason().name(),
                inWords(event.getReason()),
                event.getWeight(),
                event.getZ(),
                event.getFdr(),
                event.getLagMicros(),
                event.getStage(),
                event.getFormedAt(),
                event.getLastCoFiredAt());
    }

    /** Returns the meaning of a reason in words. */
    public static String inWords(PruningReason reason) {
        return switch (reason) {
            case UNUSED -> "the two no longer fire together";
            case WEAK -> "its weight stayed under the threshold";
            case OUTCOMPETED -> "stronger synapses took its place";
            case DAMAGED -> "a neuron of it is dead";
            case SILENT -> "it lost all synapses and stays silent";
            case UNCONNECTED -> "it lost all synapses and formed no new one";
        };
    }
}
