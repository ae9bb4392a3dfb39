package dev.hebb.rule;

import java.util.Arrays;

/** A synapse that learns by one rule from window to window, and neither decays nor is pruned. */
final class RuleRun {
    private final LearningRule rule;
    private final double rate;
    private final boolean inhibitory;
    private double weight;
    private RuleMemory memory = RuleMemory.NONE;
    private long endMicros;

    RuleRun(LearningRule rule, double rate, double weight, boolean inhibitory) {
        this.rule = rule;
        this.rate = rate;
        this.weight = weight;
        this.inhibitory = inhibitory;
    }

    /** An excitatory synapse at rate 1, from time 0 on. */
    static RuleRun of(LearningRule rule, double weight) {
        return new RuleRun(rule, 1, weight, false);
    }

    /** Begins at another time than 0. */
    RuleRun from(long micros) {
        endMicros = micros;
        return this;
    }

    /** Learns from what the trains have until a time, in one window. */
    double until(long micros, PairTrains trains) {
        return window(endMicros, micros, trains, 0, 0);
    }

    /** Learns from a window with counts, whose start may lie behind unobserved time. */
    double window(long start, long end, PairTrains trains, double causal, double chance) {
        WindowTimes times = new WindowTimes(start, end, end - start, endMicros);
        SynapseUse use = new SynapseUse(
                causal,
                chance,
                trains.firstPre(end) - trains.firstPre(start),
                trains.firstPost(end) - trains.firstPost(start),
                inhibitory,
                times,
                trains);
        WeightChange change = rule.learn(weight, rate, use, memory);
        memory = change.memory();
        weight = Math.min(1, Math.max(0, weight + change.delta()));
        endMicros = end;
        return weight;
    }

    /** Learns window by window, up to each of these ends. */
    double untilEach(long[] ends, PairTrains trains) {
        Arrays.stream(ends).forEach(end -> until(end, trains));
        return weight;
    }
}
