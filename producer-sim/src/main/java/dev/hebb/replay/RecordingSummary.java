package dev.hebb.replay;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import dev.hebb.produce.TimeStep;
import dev.hebb.produce.TimeSteps;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Summary of a recording: how many spikes each neuron has, and which two neurons may be one cell that was sorted twice.
 *
 * @param spikesByNeuron of every neuron
 * @param repeated spikes of a neuron at a microsecond at which it has one already; the pipeline counts them once
 * @param duplicates pairs of neurons that fire together more often than two cells do, the most frequent first
 * @param step of the times, if they have one
 */
public record RecordingSummary(
        SortedMap<Integer, Long> spikesByNeuron, long repeated, List<Duplicate> duplicates, Optional<TimeStep> step) {
    /** Spikes of two neurons that are closer than this are counted as one twice. */
    public static final long DUPLICATE_MICROS = 300;

    /** Two neurons are suspect if this share of the spikes of one has a twin. */
    private static final double SUSPECT_SHARE = 0.3;

    private static final long SUSPECT_SPIKES = 10;

    /**
     * Two neurons with many spikes at the same time.
     *
     * @param first its id is less than the other's
     * @param spikes pairs of spikes within {@link #DUPLICATE_MICROS}
     * @param share of the spikes of the neuron that has fewer
     */
    public record Duplicate(int first, int second, long spikes, double share) {}

    /**
     * Reads a source to its end.
     *
     * @param source its spikes are in order of time
     */
    public static RecordingSummary of(SpikeSource source) throws IOException {
        Counts counts = new Counts();
        SpikeBlock block = new SpikeBlock();
        while (source.read(block)) {
            for (int k = 0; k < block.length(); k++) {
                counts.add(block.timeMicros(k), block.neuron(k));
            }
        }
        return new RecordingSummary(counts.spikes, counts.repeated, counts.duplicates(), counts.steps.find());
    }

    private static final class Counts {
        private final SortedMap<Integer, Long> spikes = new TreeMap<>();
        private final Map<UnitPair, Long> together = new HashMap<>();
        private final Deque<Spike> recent = new ArrayDeque<>();
        private final Set<Spike> known = new HashSet<>();
        private final TimeSteps steps = new TimeSteps();
        private long repeated;

        private record Spike(long micros, int neuron) {}

        private record UnitPair(int first, int second) {}

        void add(long micros, int neuron) {
            spikes.merge(neuron, 1L, Long::sum);
            steps.add(micros);
            while (!recent.isEmpty() && micros - recent.getFirst().micros > DUPLICATE_MICROS) {
                known.remove(recent.removeFirst());
            }
            Spike spike = new Spike(micros, neuron);
            if (!known.add(spike)) {
                repeated++;
                return;
            }
            for (Spike before : recent) {
                if (before.neuron != neuron) {
                    UnitPair pair = new UnitPair(Math.min(neuron, before.neuron), Math.max(neuron, before.neuron));
                    together.merge(pair, 1L, Long::sum);
                }
            }
            recent.addLast(spike);
        }

        List<Duplicate> duplicates() {
            List<Duplicate> suspect = new ArrayList<>();
            together.forEach((pair, count) -> {
                long fewer = Math.min(spikes.getOrDefault(pair.first, 0L), spikes.getOrDefault(pair.second, 0L));
                double share = Math.min(1, count / (double) fewer);
                if (count >= SUSPECT_SPIKES && share >= SUSPECT_SHARE) {
                    suspect.add(new Duplicate(pair.first, pair.second, count, share));
                }
            });
            suspect.sort(Comparator.comparingDouble(Duplicate::share)
                    .reversed()
                    .thenComparingInt(Duplicate::first)
                    .thenComparingInt(Duplicate::second));
            return suspect;
        }
    }
}
