package dev.hebb.shard;

import dev.hebb.framing.Gap;
import java.util.List;

/**
 * Progress of a shard of a network when it has closed a window.
 *
 * @param lastSeq the last frame it has seen
 * @param watermarkMicros no earlier spike is still to come
 * @param nextWindow the first window that is still open
 * @param recountedBefore every dendrite was recounted in all windows before this one, if not later
 * @param observedMicros observed time in all closed windows
 * @param gaps unobserved times, as far as they are still of interest
 * @param totals of the last closed window
 * @param neurons how many neurons of the network were seen
 * @param ownSpikes spikes of the shard's own neurons so far
 */
public record ShardProgress(
        long lastSeq,
        long watermarkMicros,
        long nextWindow,
        long recountedBefore,
        long observedMicros,
        List<Gap> gaps,
        WindowTotals totals,
        int neurons,
        long ownSpikes) {}
