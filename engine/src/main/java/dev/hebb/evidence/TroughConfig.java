package dev.hebb.evidence;

import dev.hebb.check.Check;
import java.util.List;

/**
 * Constants by which inhibition is detected: a trough of a cross-correlogram.
 *
 * @param widthsBins widths of trough to try, in lag bins; empty: no troughs are looked for
 * @param flankBins bins on either side that a trough must lie below
 * @param mirrorShare the mirror image around zero lag may have at most this share of the deficit, in [0, 1]: if a
 *     sorter misses one of two simultaneous spikes, pairs are missing on both sides
 */
public record TroughConfig(List<Integer> widthsBins, int flankBins, double mirrorShare) {
    public TroughConfig {
        widthsBins = List.copyOf(widthsBins);
        Check.that(
                widthsBins.stream().allMatch(width -> width >= 1),
                "widthsBins of troughs is %s: each width must be at least one bin",
                widthsBins);
        Check.that(flankBins >= 1, "flankBins is %d: a trough needs a flank of at least one bin", flankBins);
        Check.that(mirrorShare >= 0 && mirrorShare <= 1, "mirrorShare of troughs is %s, not in [0, 1]", mirrorShare);
    }

    /** Half a synaptic time constant to one and a half. */
    public static TroughConfig standard() {
        return new TroughConfig(List.of(5, 8, 12), 12, 0.5);
    }
}
