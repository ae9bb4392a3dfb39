package dev.hebb.synapse;

import dev.hebb.check.Check;
import java.util.List;
import java.util.Optional;

/**
 * The developmental stages of a network, by its age: event time since its first spike, or since its age was said to be
 * 0. Unobserved time counts: a culture grows older between two recordings.
 *
 * <p>Pruning in the second stage falls with time (measured in mouse neocortex, and better for the network than a steady
 * one: Navlakha, Barth and Bar-Joseph 2015, doi 10.1371/journal.pcbi.1004347): its constants approach those of the
 * third.
 *
 * @param growth constants of the first stage
 * @param refinementFromAgeMicros age at which the second begins
 * @param refinement constants of the second stage when it begins
 * @param refinementHalfLifeMicros time in which half of the difference between the second and the third stage is gone
 * @param maturityFromAgeMicros age at which the third begins
 * @param maturity constants of the third stage
 * @param youthMicros event time for which a neuron that appears after the first stage is protected: it learns with the
 *     constants of the first, and its synapses are not masked
 */
public record Stages(
        StageConstants growth,
        long refinementFromAgeMicros,
        StageConstants refinement,
        long refinementHalfLifeMicros,
        long maturityFromAgeMicros,
        StageConstants maturity,
        long youthMicros) {
    private static final long DAY = 86_400_000_000L;

    public Stages {
        Check.that(
                refinementFromAgeMicros >= 0 && maturityFromAgeMicros >= refinementFromAgeMicros,
                "refinementFromAgeMicros %d and maturityFromAgeMicros %d must not be negative, and in this order",
                refinementFromAgeMicros,
                maturityFromAgeMicros);
        Check.that(
                refinementHalfLifeMicros > 0,
                "refinementHalfLifeMicros is %d; pruning needs a half-life above 0",
                refinementHalfLifeMicros);
        Check.that(youthMicros >= 0, "youthMicros is %d, negative; 0 protects no neuron", youthMicros);
        long names = List.of(growth.name(), refinement.name(), maturity.name()).stream()
                .distinct()
                .count();
        Check.that(
                names == 3,
                "growth.name is %s, refinement.name is %s and maturity.name is %s; give each its own",
                growth.name(),
                refinement.name(),
                maturity.name());
    }

    /** The stages of a cortical culture of the mouse, in days in vitro. */
    public static Stages standard() {
        return new Stages(
                StageConstants.growth(),
                16 * DAY,
                StageConstants.refinement(),
                2 * DAY,
                24 * DAY,
                StageConstants.maturity(),
                DAY);
    }

    /** Returns whether there is a stage of this name. */
    public boolean has(String name) {
        return growth.name().equals(name)
                || refinement.name().equals(name)
                || maturity.name().equals(name);
    }

    /** The stage of an age by the schedule. */
    public StageConstants at(long ageMicros) {
        if (ageMicros >= maturityFromAgeMicros) {
            return maturity;
        }
        return ageMicros >= refinementFromAgeMicros ? refined(ageMicros - refinementFromAgeMicros) : growth;
    }

    /**
     * A stage by its name.
     *
     * @param forMicros how long the network has been in it
     */
    public Optional<StageConstants> named(String name, long forMicros) {
        if (name.equals(refinement.name())) {
            return Optional.of(refined(forMicros));
        } else if (name.equals(maturity.name())) {
            return Optional.of(maturity);
        }
        return name.equals(growth.name()) ? Optional.of(growth) : Optional.empty();
    }

    private StageConstants refined(long forMicros) {
        double left = Math.exp(-Math.log(2) * Math.max(0, forMicros) / refinementHalfLifeMicros);
        return refinement.towards(maturity, 1 - left);
    }
}
