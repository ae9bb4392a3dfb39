package dev.hebb.cofiring;

import dev.hebb.cofiring.BruteForceCounts.Spike;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random input for the counting properties: small, dense, and full of edges. */
final class CountingCases {
    /** Spikes, axis and the range that is counted. */
    record Case(List<Spike> spikes, LagAxis axis, long from, long to) {
        SpikeLog log() {
            return BruteForceCounts.log(spikes);
        }

        int slots() {
            return BruteForceCounts.slots(spikes);
        }

        TrainIndex trains() {
            return trains(SpikeBlocks.BLOCK_BYTES);
        }

        TrainIndex trains(int blockBytes) {
            TrainIndex trains = new TrainIndex(axis, blockBytes);
            trains.rebuild(log(), from, to, slots());
            return trains;
        }
    }

    private static final long LARGEST_TIME = 1L << 53;

    private CountingCases() {}

    static Arbitrary<LagAxis> axes() {
        return Combinators.combine(
                        Arbitraries.of(1, 2, 7, 10, 1_000),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(0, 0, 1, 5, 9))
                .as((bin, bins, censor) -> new LagAxis(bin, bins, Math.min(censor, bin * bins - 1)));
    }

    /** Times around zero, at both ends of their range, and where the low word of a time overflows. */
    static Arbitrary<Case> cases() {
        return axes().flatMap(axis -> Arbitraries.of(
                        0L, -50L, (1L << 31) - 100, -(1L << 32) - 100, LARGEST_TIME - 1_000_000, -LARGEST_TIME)
                .flatMap(origin -> around(axis, origin)));
    }

    /** Many times on bin edges, many equal. */
    private static Arbitrary<Case> around(LagAxis axis, long origin) {
        int span = 6 * axis.reachMicros();
        Arbitrary<Integer> anywhere = Arbitraries.integers().between(0, span);
        Arbitrary<Integer> onEdges =
                Arbitraries.integers().between(0, span / axis.binMicros()).map(bin -> bin * axis.binMicros());
        Arbitrary<Spike> spike = Combinators.combine(
                        Arbitraries.oneOf(anywhere, onEdges),
                        Arbitraries.integers().between(0, 6))
                .as((offset, slot) -> new Spike(origin + offset, slot));
        return Combinators.combine(
                        spike.list().ofMaxSize(80),
                        onEdges,
                        Arbitraries.integers().between(1, span))
                .as((spikes, start, width) ->
                        new Case(BruteForceCounts.ordered(spikes), axis, origin + start, origin + start + width));
    }
}
