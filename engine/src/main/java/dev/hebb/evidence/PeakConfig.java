package dev.hebb.evidence;

import dev.hebb.check.Check;
import dev.hebb.check.Inline;
import java.util.List;

/**
 * Constants that say which peak of a cross-correlogram is significant.
 *
 * @param widthsBins widths of peak to try, in lag bins
 * @param causalFromMicros first lag at which a synapse's peak may lie
 * @param causalToMicros end of the lags at which a synapse's peak may lie, exclusive
 * @param alpha bound on the probability that any peak is significant when a network of unconnected neurons is judged
 *     once; it is divided by the number of pairs, lags and widths. For troughs the same bound or the false-discovery
 *     rate applies, whichever is weaker
 * @param minimumExcess spike pairs beyond chance that a peak needs
 * @param minimumChance chance level over a peak below which a pair without a significant peak is undecided
 * @param flankZ standard deviations by which a peak must exceed the bins on either side of it
 */
@Inline
public record PeakConfig(
        List<Integer> widthsBins,
        int causalFromMicros,
        int causalToMicros,
        double alpha,
        double minimumExcess,
        double minimumChance,
        double flankZ) {
    public PeakConfig {
        widthsBins = List.copyOf(widthsBins);
        Check.that(
                !widthsBins.isEmpty() && widthsBins.stream().allMatch(width -> width >= 1),
                "widthsBins is %s: give at least one width, each of at least one bin",
                widthsBins);
        Check.that(
                causalFromMicros >= 0 && causalToMicros > causalFromMicros,
                "causalFromMicros %d and causalToMicros %d are not a range of lags",
                causalFromMicros,
                causalToMicros);
        Check.that(alpha > 0 && alpha < 1, "alpha is %s, not between 0 and 1", alpha);
        Check.notNegative("minimumExcess", minimumExcess);
        Check.notNegative("minimumChance", minimumChance);
        Check.notNegative("flankZ", flankZ);
    }
}
