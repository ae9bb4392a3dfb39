package dev.hebb.evidence;

import dev.hebb.check.Check;
import java.util.List;

/**
 * Constants by which a cross-correlogram is judged against chance.
 *
 * @param baseline the chance level
 * @param peaks which peak is significant
 * @param mirror how a directed peak is distinguished from a common drive
 * @param repetition when a peak has been seen repeatedly
 * @param explanation when other connections explain a peak
 * @param halfLifeMicros observed time after which counts in the cumulative histograms weigh half; 0: they never lose
 *     weight
 * @param troughs how inhibition is looked for
 * @param falseDiscoveryRate share of the synapses found that may be false, in (0, 1]: excitatory ones because of
 *     neurons that are not recorded, inhibitory ones by chance
 */
public record EvidenceConfig(
        BaselineConfig baseline,
        PeakConfig peaks,
        MirrorConfig mirror,
        RepetitionConfig repetition,
        ExplanationConfig explanation,
        long halfLifeMicros,
        TroughConfig troughs,
        double falseDiscoveryRate) {
    public EvidenceConfig {
        Check.that(halfLifeMicros >= 0, "halfLifeMicros is %d, negative; 0 is none", halfLifeMicros);
        Check.that(
                falseDiscoveryRate > 0 && falseDiscoveryRate <= 1,
                "falseDiscoveryRate is %s, not above 0 and at most 1",
                falseDiscoveryRate);
    }

    /** One configuration for all recordings; docs/evidence.md has the measurements behind it. */
    public static EvidenceConfig standard() {
        return new EvidenceConfig(
                new BaselineConfig(10_000, 0.6, 0, true),
                new PeakConfig(List.of(1, 3, 5, 8), 0, 25_000, 0.1, 5, 5, 3),
                new MirrorConfig(5_000, 0.5, 2, 4),
                new RepetitionConfig(1, 0.75),
                new ExplanationConfig(0.3, 4),
                0,
                TroughConfig.standard(),
                0.05);
    }

    /** Returns a copy that looks for inhibition by another configuration. */
    public EvidenceConfig with(TroughConfig otherTroughs) {
        return new EvidenceConfig(
                baseline, peaks, mirror, repetition, explanation, halfLifeMicros, otherTroughs, falseDiscoveryRate);
    }

    /** Returns the number of times that counts lost half of their weight between two amounts of observed time. */
    public int halvings(long fromObservedMicros, long toObservedMicros) {
        if (halfLifeMicros == 0) {
            return 0;
        }
        long halvings = toObservedMicros / halfLifeMicros - fromObservedMicros / halfLifeMicros;
        return (int) Math.min(Integer.SIZE - 1, halvings);
    }

    /**
     * Observed time that the counts of so much of it stand for: with a half-life, never more than two of them.
     */
    long weighedMicros(long observedMicros) {
        return halfLifeMicros == 0 ? observedMicros : Math.min(observedMicros, 2 * halfLifeMicros);
    }
}
