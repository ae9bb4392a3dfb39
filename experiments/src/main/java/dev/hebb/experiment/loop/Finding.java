package dev.hebb.experiment.loop;

/**
 * What a learner says of one synapse after a window.
 *
 * @param window the closed window
 * @param kind what happened to it, or WEIGHT where only its weight is told anew
 * @param reason why; empty of a WEIGHT
 * @param pre pre-synaptic neuron
 * @param post post-synaptic neuron
 * @param active whether it conducts after it; of a WEIGHT too
 * @param weight in [0, 1]
 * @param lagMicros lag of its peak
 */
public record Finding(
        long window, Kind kind, String reason, int pre, int post, boolean active, double weight, int lagMicros) {
    /** The reason of a synapse that was pruned because one of its neurons died. */
    public static final String DAMAGED = "DAMAGED";

    /** What can be said. */
    public enum Kind {
        FORMED,
        MASKED,
        UNMASKED,
        PRUNED,
        WEIGHT
    }
}
