package dev.hebb.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The links between the neurons of a network's sample, by which the work of a neuron that was not recorded is known. If
 * it drives three neurons, each two of them have a link, the lags of the three links add up, and the effect of each is
 * the product of two of its couplings: g₁g₂, g₁g₃, g₂g₃. The weakest is many times the product of the other two, 1 / g²
 * of the strongest coupling. If one of the links is made by the other two, as in a chain or by a common drive that was
 * recorded, it is their product.
 */
public final class SampleLinks {
    /** Those of a sample that was not counted yet. */
    static final SampleLinks NONE = new SampleLinks();

    private static final double LAG_TOLERANCE_BINS = 1.5;
    private static final double LEAST_RATIO = 12;

    private final Map<Integer, Map<Integer, Link>> links = new HashMap<>();

    void add(int pre, int post, Link link) {
        links.computeIfAbsent(pre, slot -> new TreeMap<>()).put(post, link);
        links.computeIfAbsent(post, slot -> new TreeMap<>()).put(pre, link.backwards());
    }

    /** The link of two neurons of the sample, if they have one. */
    @Nullable Link between(int pre, int post) {
        return links.getOrDefault(pre, Map.of()).get(post);
    }

    /**
     * Returns whether a third neuron shows that a peak is made by a neuron that was not recorded and drives all three.
     *
     * @param pre slot of the pair's first neuron
     * @param peak of the pair
     * @param toPost the link from a neuron, by slot, to the pair's second neuron, if there is one
     */
    boolean showHiddenDrive(int pre, Link peak, IntFunction<@Nullable Link> toPost) {
        return links.getOrDefault(pre, Map.of()).entrySet().stream()
                .anyMatch(other -> isOneOfThree(peak, other.getValue(), toPost.apply(other.getKey())));
    }

    private static boolean isOneOfThree(Link peak, Link first, @Nullable Link second) {
        if (second == null || Math.abs(first.lagBins() + second.lagBins() - peak.lagBins()) > LAG_TOLERANCE_BINS) {
            return false;
        }
        double weakest = Math.min(peak.effect(), Math.min(first.effect(), second.effect()));
        // weakest / (product of the other two) = weakest² / (product of all three)
        return weakest * weakest > LEAST_RATIO * peak.effect() * first.effect() * second.effect();
    }
}
