package dev.hebb.evidence;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The null of a dendrite of which every pair has a histogram; each of its parts is learned once. */
final class LearnedNull implements DendriteNull {
    private final DoubleSupplier baselineVariance;
    private final IndirectPeaks indirect;
    private final Histograms cumulative;
    private final OptionalDouble leastScore;
    private final TroughNull troughs;
    private @Nullable IndirectDrive drive;

    LearnedNull(
            DoubleSupplier baselineVariance,
            IndirectPeaks indirect,
            Histograms cumulative,
            OptionalDouble leastScore,
            TroughNull troughs) {
        this.baselineVariance = baselineVariance;
        this.indirect = indirect;
        this.cumulative = cumulative;
        this.leastScore = leastScore;
        this.troughs = troughs;
    }

    @Override
    public double baselineVariance() {
        return baselineVariance.getAsDouble();
    }

    @Override
    public IndirectDrive indirectDrive(double requiredZ) {
        if (drive == null) {
            drive = indirect.of(cumulative, requiredZ, baselineVariance());
        }
        return drive;
    }

    @Override
    public OptionalDouble leastScore() {
        return leastScore;
    }

    @Override
    public TroughNull troughs() {
        return troughs;
    }
}
