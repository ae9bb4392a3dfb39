package dev.hebb.api.answer;

import dev.hebb.api.view.PairCounts;
import dev.hebb.api.view.PairEvidence;
import dev.hebb.api.view.SynapseView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ordered pair of neurons.
 *
 * @param lagBinMicros width of a lag bin, in microseconds
 * @param windowMicros length of a window, in microseconds
 * @param synapse the synapse pre to post, null if there is none
 * @param evidence cumulative histogram and verdict, null if none is kept
 * @param windows counts in the last closed windows that are kept, oldest first
 */
public record PairAnswer(
        String network,
        int pre,
        int post,
        long lagBinMicros,
        long windowMicros,
        @Nullable SynapseView synapse,
        @Nullable PairEvidence evidence,
        List<PairCounts> windows) {
    public PairAnswer {
        windows = List.copyOf(windows);
    }
}
