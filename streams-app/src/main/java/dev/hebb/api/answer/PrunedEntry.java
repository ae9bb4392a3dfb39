package dev.hebb.api.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
 * @param cause why it was pruned; in JSON its fields are those of the entry
 * @param last its last numbers; in JSON its fields are those of the entry
 * @param formedAtMicros of a NEURON: of its first synapse
 * @param lastCoFiredAtMicros of a NEURON: of its last spike
 */
public record PrunedEntry(
        long atMicros,
        long window,
        String kind,
        @Nullable Integer pre,
        int post,
        @JsonUnwrapped Cause cause,
        @JsonUnwrapped Numbers last,
        String stage,
        long formedAtMicros,
        long lastCoFiredAtMicros) {
    /**
     * Why something was pruned.
     *
     * @param reason as on the topic
     * @param why the reason in words
     */
    public record Cause(String reason, String why) {}

    /**
     * Numbers of a synapse; those of a NEURON are 0.
     *
     * @param z evidence
     * @param fdr local false-discovery rate; null if it is not known
     */
    public record Numbers(double weight, double z, @Nullable Double fdr, int lagMicros) {}

    /** The event as people read it. */
    public static PrunedEntry of(PruningEvent event) {
        return new PrunedEntry(
                event.getAt(),
                event.getWindow(),
                event.getKind().name(),
                event.getPre(),
                event.getPost(),
                new Cause(event.getReason().name(), inWords(event.getReason())),
                new Numbers(event.getWeight(), event.getZ(), event.getFdr(), event.getLagMicros()),
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
