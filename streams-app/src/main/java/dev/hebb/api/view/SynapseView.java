package dev.hebb.api.view;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A synapse as the API shows it. Times are event time in microseconds.
 *
 * @param state ACTIVE or DORMANT
 * @param weight in [0, 1]
 * @param lagMicros left edge of the peak's lag
 * @param z how many standard deviations the peak stands above chance; negative for the trough of an inhibitory synapse
 * @param lastCoFiredAtMicros latest causal pair at the synapse's lag
 * @param kind EXCITATORY or INHIBITORY
 * @param fdr local false-discovery rate, in [0, 1]: the share of synapses with this evidence that are false; null if it
 *     is not known, as in records of older versions
 */
public record SynapseView(
        int pre,
        int post,
        String state,
        double weight,
        int lagMicros,
        double z,
        long formedAtMicros,
        long lastCoFiredAtMicros,
        String kind,
        @Nullable Double fdr) {
    /** The state of a synapse that conducts. */
    public static final String ACTIVE = "ACTIVE";

    /** The state of a synapse that is masked: it conducts nothing and keeps its row. */
    public static final String DORMANT = "DORMANT";

    /** The kind of a synapse after whose pre-synaptic neuron the other fires more. */
    public static final String EXCITATORY = "EXCITATORY";

    /** The kind of a synapse after whose pre-synaptic neuron the other fires less. */
    public static final String INHIBITORY = "INHIBITORY";

    /** The kind by sign. */
    public static String kind(boolean inhibitory) {
        return inhibitory ? INHIBITORY : EXCITATORY;
    }

    /** The order of every list of synapses: by pre, then post, as numbers. */
    public static final Comparator<SynapseView> BY_PRE_AND_POST =
            Comparator.comparingInt(SynapseView::pre).thenComparingInt(SynapseView::post);
}
