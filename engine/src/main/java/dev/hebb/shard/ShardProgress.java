package dev.hebb.shard;

import dev.hebb.command.ControlState;
import java.util.List;

/**
 * Where a shard of a network stands after closing a window.
 *
 * @param lastSeq the last frame it has seen
 * @param watermarkMicros no earlier spike is still to come
 * @param nextWindow the first window that is still open
 * @param recountedBefore every dendrite was recounted in all windows before this one, if not later
 * @param observedMicros observed time in all closed windows
 * @param gaps times that nobody observed, as far as they are still of interest
 * @param neurons every neuron that was seen
 * @param totals of the last closed window
 * @param control what is commanded of the network
 */
public record ShardProgress(
        long lastSeq,
        long watermarkMicros,
        long nextWindow,
        long recountedBefore,
        long observedMicros,
        List<Gaps.Interval> gaps,
        Neurons neurons,
        WindowTotals totals,
        ControlState control) {}
